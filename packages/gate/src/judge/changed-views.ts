import { type ViewName, viewLabel } from "@schema-gate/contract";
import type { Side, Sides } from "../sides/side.js";
import { nameOf } from "./names-of.js";

/** Which views differ, by the bytes they are known by. A view is there when it has a snapshot or a contract. */
export interface ChangedViews {
  /** Labels of the views that stand on both sides and differ. */
  readonly edited: readonly string[];
  readonly added: readonly ViewName[];
  readonly removed: readonly ViewName[];
  readonly unchanged: number;
}

/** Finds the views whose bytes differ, without reading any. */
export function findChangedViews(sides: Sides): ChangedViews {
  const promised = labelsOfContracts(sides);
  const { edited, added, removed, unchanged } = findChangedSnapshots(sides, promised);
  let same = unchanged;
  for (const label of promised) {
    const names = { before: nameOf(sides.before, label), after: nameOf(sides.after, label) };
    if (!names.before) {
      if (names.after) added.push(names.after);
    } else if (!names.after) removed.push(names.before);
    else if (idsOf(sides.before, label) === idsOf(sides.after, label)) same++;
    else edited.push(label);
  }
  return { edited, added, removed, unchanged: same };
}

/** The views that have a contract on one side at least; none where one of the sides cannot hold contracts. */
export function labelsOfContracts({ before, after }: Sides): ReadonlySet<string> {
  if (!before.contracts || !after.contracts) return new Set();
  return new Set([...before.contracts.entries.keys(), ...after.contracts.entries.keys()]);
}

/** Of the views that changed, those that have a contract on one side at least. */
export function labelsOfChangedContracts(
  { before, after }: Sides,
  { edited, added, removed }: ChangedViews,
): readonly string[] {
  const changed = [...edited, ...added.map(viewLabel), ...removed.map(viewLabel)];
  return changed.filter((label) => [before, after].some(({ contracts }) => contracts?.entries.has(label)));
}

/** How many views a side holds. */
export function countViews({ entries, contracts }: Side): number {
  let count = entries.size;
  for (const label of contracts?.entries.keys() ?? []) if (!entries.has(label)) count++;
  return count;
}

function idsOf({ entries, contracts }: Side, label: string): string {
  return `${entries.get(label)?.contentId} ${contracts?.entries.get(label)?.contentId}`;
}

interface Found {
  readonly edited: string[];
  readonly added: ViewName[];
  readonly removed: ViewName[];
  readonly unchanged: number;
}

/** The views that have snapshots alone: ten thousand of them cost one look each. */
function findChangedSnapshots({ before, after }: Sides, promised: ReadonlySet<string>): Found {
  const found: Found = { edited: [], added: [], removed: [], unchanged: 0 };
  let inBoth = 0;
  let apart = 0;
  for (const [label, { name, contentId }] of before.entries) {
    if (promised.has(label)) continue;
    const other = after.entries.get(label);
    if (!other) found.removed.push(name);
    else {
      inBoth++;
      if (other.contentId !== contentId) found.edited.push(label);
    }
  }
  for (const label of promised) if (after.entries.has(label)) apart++;
  if (inBoth + apart < after.entries.size)
    for (const [label, { name }] of after.entries)
      if (!before.entries.has(label) && !promised.has(label)) found.added.push(name);
  return { ...found, unchanged: inBoth - found.edited.length };
}
