import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type ContractFile, suggestName, UserError, type ViewName, viewLabel } from "@schema-gate/contract";
import { CONTRACTS_FOLDER, directorySide, type Side, type SideEntry, SNAPSHOTS_FOLDER } from "@schema-gate/gate";
import type { Io } from "./io.js";

/** What stands in `snapshots/` and `schemas/` of the directory a command runs in. */
export interface KnownViews {
  readonly side: Side;
  /** The names of all views that have a snapshot or a contract, by label. */
  readonly names: ReadonlyMap<string, ViewName>;
}

/** Opens the views of this directory. */
export function knownViews({ cwd }: Io): KnownViews {
  if (![SNAPSHOTS_FOLDER, CONTRACTS_FOLDER].some((folder) => existsSync(resolve(cwd, folder)))) {
    const text = `There is neither ${SNAPSHOTS_FOLDER}/ nor ${CONTRACTS_FOLDER}/ here`;
    throw new UserError("usage", `${text}; run it where they stand, or take snapshots with schema-diff snapshot.`);
  }
  const side = directorySide(".", cwd);
  const names = new Map<string, ViewName>();
  for (const entries of [side.contracts?.entries ?? new Map<string, SideEntry>(), side.entries]) {
    for (const [label, { name }] of entries) names.set(label, name);
  }
  return { side, names };
}

/** The view a person means: its full name, or as much of its end as no other view has. */
export function findView(said: string, { names }: Pick<KnownViews, "names">): ViewName {
  const wanted = said.toLowerCase();
  const exact = names.get(wanted);
  if (exact) return exact;
  const found = [...names].filter(([label]) => label.endsWith(`.${wanted}`));
  const [only, other] = found;
  if (only && !other) return only[1];
  if (only) {
    const labels = found.map(([label]) => label).sort();
    throw new UserError("usage", `${JSON.stringify(said)} may be ${labels.join(" or ")}; write the full name.`);
  }
  const close = suggestName(
    wanted,
    [...names.values()].flatMap((name) => [name.name, viewLabel(name)]),
  );
  const meant =
    close === null
      ? "Views are called by the names of their files there; schema-diff snapshot writes what is new in Trino."
      : `Did you mean ${close}?`;
  throw new UserError("usage", `There is no view ${JSON.stringify(said)} in snapshots/ or schemas/. ${meant}`);
}

/** The contract file of a view, and its text; `null` where the view has none. */
export async function contractOf(
  view: ViewName,
  { side }: KnownViews,
  { cwd }: Io,
): Promise<(ContractFile & { readonly text: string }) | null> {
  const label = viewLabel(view);
  const read = (await side.contracts?.read([label]))?.get(label);
  return read ? { ...read, text: readFileSync(resolve(cwd, read.file), "utf8") } : null;
}
