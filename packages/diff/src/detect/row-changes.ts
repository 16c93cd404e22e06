import { printType, type RowField } from "@schema-gate/contract";
import type { Change } from "../change.js";
import { type Facts, fact } from "./facts.js";
import { fieldKey, fieldSteps } from "./fields.js";
import { compareMembers, type MemberChanges } from "./members.js";
import { deeper, pointerOf, printPath, type Step, type TypePath } from "./path.js";
import { typeChanges } from "./type-changes.js";

interface Row {
  readonly fields: readonly RowField[];
  readonly steps: readonly Step[];
}

/** What differs between two rows at one place. A row is positional: order matters as much as names. */
export function rowChanges(
  before: readonly RowField[],
  after: readonly RowField[],
  at: TypePath,
  facts: Facts,
): Change[] {
  const rows = { before: rowOf(before), after: rowOf(after) };
  const members = compareMembers(rows.before.steps.map(fieldKey), rows.after.steps.map(fieldKey), (side, index) =>
    fieldType(rows[side], index),
  );
  return [
    ...keptFields(rows, members, at, facts),
    ...members.renamed.map((pair) => renamedField(rows, pair, at, facts)),
    ...members.removed.map((index) => removedField(rows.before, index, at, facts)),
    ...members.added.map((added) => addedField(rows, added, at, facts)),
    ...(members.reordered ? [reorderedFields(rows, members, at, facts)] : []),
  ];
}

function keptFields(
  rows: { before: Row; after: Row },
  { partner }: MemberChanges,
  at: TypePath,
  facts: Facts,
): Change[] {
  return rows.before.fields.flatMap((field, index) => {
    const other = rows.after.fields[partner[index] ?? -1];
    return other ? typeChanges(field.type, other.type, deeper(at, stepAt(rows.before, index)), facts) : [];
  });
}

function rowOf(fields: readonly RowField[]): Row {
  return { fields, steps: fieldSteps(fields) };
}

function fieldType(row: Row, index: number): string {
  const field = row.fields[index];
  return field ? printType(field.type) : "";
}

function stepAt(row: Row, index: number): Step {
  return row.steps[index] ?? { kind: "position", position: index + 1 };
}

function renamedField(
  rows: { before: Row; after: Row },
  pair: MemberChanges["renamed"][number],
  row: TypePath,
  facts: Facts,
): Change {
  const at = deeper(row, stepAt(rows.before, pair.before));
  const to = deeper(row, stepAt(rows.after, pair.after));
  return fact("field-renamed", facts, {
    path: printPath(at),
    before: rows.before.fields[pair.before]?.name ?? null,
    after: rows.after.fields[pair.after]?.name ?? null,
    covers: [pointerOf(at), pointerOf(to)],
    at,
    to: printPath(to),
    type: fieldType(rows.before, pair.before),
  });
}

function removedField(row: Row, index: number, owner: TypePath, facts: Facts): Change {
  const at = deeper(owner, stepAt(row, index));
  const type = fieldType(row, index);
  return fact("field-removed", facts, {
    path: printPath(at),
    before: type,
    after: null,
    covers: [pointerOf(at)],
    at,
    type,
  });
}

function addedField(
  rows: { before: Row; after: Row },
  added: MemberChanges["added"][number],
  row: TypePath,
  facts: Facts,
): Change {
  const at = deeper(row, stepAt(rows.after, added.at));
  const type = fieldType(rows.after, added.at);
  return fact("field-added", facts, {
    path: printPath(at),
    before: null,
    after: type,
    covers: [pointerOf(at)],
    at,
    row,
    inserted: added.inserted,
    in: row.steps.at(-1)?.kind === "element" ? "element" : "plain",
    fieldsBefore: rows.before.fields.length,
    type,
  });
}

function reorderedFields(
  rows: { before: Row; after: Row },
  members: MemberChanges,
  at: TypePath,
  facts: Facts,
): Change {
  const names = (row: Row, indexes: readonly number[]) =>
    JSON.stringify(indexes.map((index) => fieldKey(stepAt(row, index)).replace(/^\./, "")));
  const before = [...members.partner.keys()].filter((index) => members.partner[index] !== -1);
  const after = [...members.partner].filter((index) => index !== -1).sort((one, other) => one - other);
  return fact("fields-reordered", facts, {
    path: printPath(at),
    before: names(rows.before, before),
    after: names(rows.after, after),
    covers: [`${pointerOf(at)}/row/order`],
    at,
  });
}
