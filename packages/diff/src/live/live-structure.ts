import { isSameType, nameLabel, relateTypes, type TrinoType } from "@schema-gate/contract";
import type { Change } from "../change.js";
import { type Facts, fact } from "../detect/facts.js";
import { readType } from "../detect/read-type.js";
import type { LiveState } from "./live-state.js";

/** What is found of a view as a whole, and of what its SQL yields by now. */
export function liveStructure(state: LiveState): Change[] {
  const { view, contract, hasSnapshot, stored, failure } = state;
  const isCommitted = contract !== null || hasSnapshot;
  const facts: Facts = { view, anchor: { side: isCommitted ? "before" : "after", column: null, contract: "" } };
  const whole = { path: "", before: null, after: null, covers: [] };
  if (failure !== null) {
    const { kind, reason, causes } = failure;
    return kind === "unseen" ? [] : [fact("view-failed", facts, { ...whole, how: kind, reason, causes })];
  }
  if (stored === null) {
    const status = contract?.promises?.status ?? "";
    return isCommitted ? [fact("view-undelivered", facts, { ...whole, before: status, status })] : [];
  }
  const drifted = driftedTypes(state, facts);
  return isCommitted
    ? drifted
    : [fact("view-undeclared", facts, { ...whole, after: stored.kind ?? "view" }), ...drifted];
}

/** Columns whose stored type is not what the SQL of the view yields now: Trino casts, and the catalogue shows nothing. */
function driftedTypes({ stored, derived }: LiveState, { view, anchor }: Facts): Change[] {
  return (stored?.columns ?? []).flatMap((column, index) => {
    const now = derived?.[index];
    if (now === undefined || now === column.type) return [];
    const types = { stored: readType(column.type), derived: readType(now) };
    if (isSameType(types.stored, types.derived)) return [];
    const path = nameLabel(column.name);
    const place = { view, anchor: { ...anchor, contract: path } };
    const texts = { name: column.name, stored: column.type, derived: now };
    const rest = { path, before: column.type, after: now, covers: [] };
    return [fact("stored-type-drifted", place, { ...rest, ...texts, isNarrower: !holds(types.stored, types.derived) })];
  });
}

/** Whether every value of the derived type is one of the stored type too; names of row fields hold nothing. */
function holds(stored: TrinoType, derived: TrinoType): boolean {
  const unnamed = { stored: withoutNames(stored), derived: withoutNames(derived) };
  const { relation } = relateTypes(unnamed.derived, unnamed.stored);
  return relation === "same" || relation === "widened";
}

function withoutNames(type: TrinoType): TrinoType {
  switch (type.kind) {
    case "scalar":
      return type;
    case "array":
      return { kind: "array", element: withoutNames(type.element) };
    case "map":
      return { kind: "map", key: withoutNames(type.key), value: withoutNames(type.value) };
    case "row":
      return { kind: "row", fields: type.fields.map((field) => ({ name: null, type: withoutNames(field.type) })) };
  }
}
