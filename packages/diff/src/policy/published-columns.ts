import { isInPublicSchema, nameLabel, type RequiredColumns } from "@schema-gate/contract";
import { folded } from "./asked-columns.js";
import type { Shortcoming, ViewState } from "./state-facts.js";

/**
 * The columns the configuration asks for that a published view lacks: neither its contract nor its snapshot has them.
 * `when` says which of the configured columns are meant.
 */
export function lackedColumns(
  { view, contract, snapshot, config }: ViewState,
  when: RequiredColumns["when"],
): readonly Shortcoming[] {
  if (!isInPublicSchema(view, config) || contract?.promises?.status === "retired") return [];
  const present = new Set([contract, snapshot].flatMap((side) => side?.columns ?? []).map(({ name }) => folded(name)));
  const marker = contract?.promises?.deletionColumn ?? null;
  // A contract may name another column that marks deleted rows.
  if (marker !== null && present.has(folded(marker))) present.add("deletedat");
  const asked = config.requiredColumns.filter((required) => required.when === when).flatMap(({ columns }) => columns);
  const lacked = new Map(asked.filter((name) => !present.has(folded(name))).map((name) => [folded(name), name]));
  return Array.from(lacked.values(), (name) => ({
    path: nameLabel(name.toLowerCase()),
    found: null,
    message: `There is no column ${nameLabel(name.toLowerCase())}.`,
  }));
}
