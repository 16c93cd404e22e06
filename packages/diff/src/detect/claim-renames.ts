import type { MemberPair, TypeKey } from "./members.js";

/**
 * Law 5: a rename is claimed only when exactly one removed and one added member have one type and stand between the same
 * surviving neighbours. `partner` says where the survivors stand after; `gone` and `come` are indexes of who did not
 * survive, in order.
 */
export function claimRenames(
  partner: Int32Array,
  gone: readonly number[],
  come: readonly number[],
  typeKey: TypeKey,
): MemberPair[] {
  const left = runsByPlace(gone, (survivor) => partner[survivor] ?? NONE);
  const last = partner.length - gone.length + come.length - 1;
  const came = runsByPlace(come, (survivor) => (survivor > last ? NONE : survivor));
  return [...left].flatMap(([place, run]) => claimInPlace(run, came.get(place) ?? [], typeKey));
}

/** Where nobody stands: above the first member, and below the last. */
const NONE = -1;

/** Neighbours among the members that did not survive, by the survivors above and below them, both named by where they stand after. */
function runsByPlace(indexes: readonly number[], standsAfter: (survivor: number) => number): Map<string, number[]> {
  const runs = new Map<string, number[]>();
  for (let start = 0, end = 0; start < indexes.length; start = end) {
    while (indexes[end] === (indexes[start] ?? 0) + end - start) end++;
    const run = indexes.slice(start, end);
    runs.set(`${standsAfter((run[0] ?? 0) - 1)} ${standsAfter((run.at(-1) ?? 0) + 1)}`, run);
  }
  return runs;
}

function claimInPlace(gone: readonly number[], come: readonly number[], typeKey: TypeKey): MemberPair[] {
  if (come.length === 0) return [];
  const came = groupByType(come, "after", typeKey);
  return [...groupByType(gone, "before", typeKey)].flatMap(([type, [before, ...others]]) => {
    const [after, ...more] = came.get(type) ?? [];
    if (before === undefined || after === undefined || others.length + more.length > 0) return [];
    return [{ before, after }];
  });
}

function groupByType(indexes: readonly number[], side: "before" | "after", typeKey: TypeKey): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const index of indexes) {
    const key = typeKey(side, index);
    const group = groups.get(key);
    if (group) group.push(index);
    else groups.set(key, [index]);
  }
  return groups;
}
