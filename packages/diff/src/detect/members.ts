import { claimRenames } from "./claim-renames.js";

/** A member of the before side and what became of it, both as indexes. */
export interface MemberPair {
  readonly before: number;
  readonly after: number;
}

/** How an ordered list of named members (columns of a view, fields of a row) became another one; numbers are indexes. */
export interface MemberChanges {
  /** For each member before: where it stands after, or -1. */
  readonly partner: Int32Array;
  readonly renamed: readonly MemberPair[];
  readonly removed: readonly number[];
  readonly added: readonly { readonly at: number; readonly inserted: boolean }[];
  readonly reordered: boolean;
}

/** Tells two members of one type; only asked when a rename is in question. */
export type TypeKey = (side: "before" | "after", index: number) => string;

/**
 * Pairs members by key; keys are unique within a side. An added member is `inserted` when a surviving one stands after it.
 */
export function compareMembers(before: readonly string[], after: readonly string[], typeKey: TypeKey): MemberChanges {
  const partner = pairByKey(before, after);
  const { taken, reordered } = survivors(partner, after.length);
  const gone = indexesOf(partner, -1);
  const come = indexesOf(taken, 0);
  const renamed = gone.length > 0 && come.length > 0 ? claimRenames(partner, gone, come, typeKey) : [];
  const renamedBefore = new Set(renamed.map((pair) => pair.before));
  const renamedAfter = new Set(renamed.map((pair) => pair.after));
  const last = lastSurvivor(taken, renamedAfter);
  return {
    partner,
    renamed,
    removed: gone.filter((index) => !renamedBefore.has(index)),
    added: come.filter((index) => !renamedAfter.has(index)).map((at) => ({ at, inserted: at < last })),
    reordered,
  };
}

/** Up to so many keys that are not where they are expected are looked for one by one; then a map pays. */
const SEARCHES = 8;

/** For each key before its index after, or -1. Mostly both lists agree, or a few keys came or went. */
export function pairByKey(before: readonly string[], after: readonly string[]): Int32Array {
  const partner = new Int32Array(before.length).fill(-1);
  const search = searcher(after);
  let next = 0;
  for (let at = 0; at < before.length; at++) {
    const key = before[at] ?? "";
    if (after[next] !== key) {
      const found = search(key);
      if (found === -1) continue;
      next = found;
    }
    partner[at] = next++;
  }
  return partner;
}

function searcher(keys: readonly string[]): (key: string) => number {
  let index: Map<string, number> | null = null;
  let searches = 0;
  return (key) => {
    if (++searches <= SEARCHES) return keys.indexOf(key);
    index ??= new Map(keys.map((each, position) => [each, position]));
    return index.get(key) ?? -1;
  };
}

function indexesOf(values: Int32Array | Uint8Array, wanted: number): number[] {
  const found: number[] = [];
  for (let at = values.indexOf(wanted); at !== -1; at = values.indexOf(wanted, at + 1)) found.push(at);
  return found;
}

/** Which members after have a partner before (1), and whether they stand in another order there. */
function survivors(partner: Int32Array, length: number): { taken: Uint8Array; reordered: boolean } {
  const taken = new Uint8Array(length);
  let reordered = false;
  let highest = -1;
  for (let index = 0; index < partner.length; index++) {
    const at = partner[index] ?? -1;
    if (at === -1) continue;
    taken[at] = 1;
    if (at < highest) reordered = true;
    highest = at;
  }
  return { taken, reordered };
}

function lastSurvivor(taken: Uint8Array, renamedAfter: ReadonlySet<number>): number {
  let at = taken.length - 1;
  while (at >= 0 && taken[at] === 0 && !renamedAfter.has(at)) at--;
  return at;
}
