import { type Column, type Contract, isSameType, nameLabel, type TrinoType, viewName } from "@schema-gate/contract";
import type { Change } from "../change.js";
import { fact } from "./facts.js";
import { columnPointer, isInside } from "./path.js";
import { readType } from "./read-type.js";
import { UnreadableType } from "./unreadable-type.js";

interface Pair {
  readonly before: Contract | null;
  readonly after: Contract | null;
}

/**
 * Columns on whose existence or type contract and snapshot disagree after the change and did not before. What `changes` say
 * of the column already is not said twice; a column the contract alone has is a promise, and found as one.
 */
export function contractMismatches(snapshot: Pair, contract: Pair, changes: readonly Change[]): Change[] {
  if (!snapshot.after || !contract.after) return [];
  const known = new Set(disagreements(snapshot.before, contract.before, "before").map(keyOf));
  return disagreements(snapshot.after, contract.after, "after")
    .filter((found) => !known.has(keyOf(found)))
    .filter((found) => !changes.some((change) => isAbout(change, found)))
    .map((found) => mismatch(found, contract.after as Contract));
}

/** A column of the snapshot, with the one of the contract where that has it. */
interface Disagreement {
  readonly column: Column;
  readonly promised: Column | null;
}

function keyOf({ column, promised }: Disagreement): string {
  return JSON.stringify([column.name, column.type, promised?.type ?? null]);
}

function disagreements(snapshot: Contract | null, contract: Contract | null, side: "before" | "after"): Disagreement[] {
  if (!snapshot || !contract) return [];
  const promises = new Map(contract.columns.map((column) => [column.name, column]));
  return snapshot.columns.flatMap((column, index) => {
    const promised = promises.get(column.name) ?? null;
    const agree = promised && (promised.type === column.type || isSame(promised, typeAt(snapshot, side, index)));
    return agree ? [] : [{ column, promised }];
  });
}

function isSame(promised: Column, type: TrinoType): boolean {
  return isSameType(readType(promised.type), type);
}

function typeAt(snapshot: Contract, side: "before" | "after", index: number): TrinoType {
  try {
    return readType(snapshot.columns[index]?.type ?? "");
  } catch (error) {
    throw new UnreadableType(snapshot, side, index, error as Error);
  }
}

const harmless: readonly Change["kind"][] = ["promise-stated", "required-changed", "description-changed"];

/** Whether a change tells of the column's existence or type already; one that both files add may still differ in its type. */
function isAbout(change: Change, { column, promised }: Disagreement): boolean {
  if (harmless.includes(change.kind) || (change.kind === "column-added" && promised)) return false;
  return isInside(change.path, nameLabel(column.name));
}

function mismatch({ column, promised }: Disagreement, contract: Contract): Change {
  const label = nameLabel(column.name);
  return fact(
    "contract-mismatched",
    { view: viewName(contract), anchor: { side: "after", column: null, contract: promised ? label : "" } },
    {
      path: label,
      before: promised?.type ?? null,
      after: column.type,
      covers: [columnPointer(column.name)],
      name: column.name,
      promised: promised?.type ?? null,
      shown: column.type,
    },
  );
}
