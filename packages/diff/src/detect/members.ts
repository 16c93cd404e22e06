/** How an ordered list of named members (columns of a view, fields of a row) became another one; numbers are indexes. */
export interface MemberChanges {
  readonly kept: readonly { readonly before: number; readonly after: number }[];
  readonly renamed: readonly { readonly before: number; readonly after: number }[];
  readonly removed: readonly number[];
  readonly added: readonly { readonly at: number; readonly inserted: boolean }[];
  readonly reordered: boolean;
}

/**
 * Pairs members by key; keys are unique within a side. `typeKey` tells two members of one type and is only asked when a
 * rename is in question. An added member is `inserted` when a surviving one stands after it.
 */
export function compareMembers(
  before: readonly string[],
  after: readonly string[],
  typeKey: (side: "before" | "after", index: number) => string,
): MemberChanges {
  const afterIndex = new Map(after.map((key, index) => [key, index]));
  const kept: { before: number; after: number }[] = [];
  const gone: number[] = [];
  before.forEach((key, index) => {
    const at = afterIndex.get(key);
    if (at === undefined) gone.push(index);
    else kept.push({ before: index, after: at });
  });
  const keptAfter = new Set(kept.map((pair) => pair.after));
  const come = [...after.keys()].filter((index) => !keptAfter.has(index));
  const renamed = claimRenames(before, after, kept, gone, come, typeKey);
  const renamedBefore = new Set(renamed.map((pair) => pair.before));
  const renamedAfter = new Set(renamed.map((pair) => pair.after));
  const lastSurvivor = Math.max(-1, ...keptAfter, ...renamedAfter);
  return {
    kept,
    renamed,
    removed: gone.filter((index) => !renamedBefore.has(index)),
    added: come.filter((index) => !renamedAfter.has(index)).map((at) => ({ at, inserted: at < lastSurvivor })),
    reordered: kept.some((pair, index) => index > 0 && pair.after < (kept[index - 1]?.after ?? -1)),
  };
}

/** Law 5: a rename is claimed only when exactly one removed and one added member have one type and the same neighbours. */
function claimRenames(
  before: readonly string[],
  after: readonly string[],
  kept: readonly { before: number; after: number }[],
  gone: readonly number[],
  come: readonly number[],
  typeKey: (side: "before" | "after", index: number) => string,
): { before: number; after: number }[] {
  if (gone.length === 0 || come.length === 0) return [];
  const place = {
    before: neighbours(before, new Set(kept.map((pair) => pair.before))),
    after: neighbours(after, new Set(kept.map((pair) => pair.after))),
  };
  const candidates = new Map<string, { gone: number[]; come: number[] }>();
  const enter = (side: "before" | "after", list: "gone" | "come", index: number) => {
    const key = JSON.stringify([place[side][index], typeKey(side, index)]);
    const entry = candidates.get(key) ?? { gone: [], come: [] };
    entry[list].push(index);
    candidates.set(key, entry);
  };
  for (const index of gone) enter("before", "gone", index);
  for (const index of come) enter("after", "come", index);
  return [...candidates.values()].flatMap(({ gone: [from, ...others], come: [to, ...more] }) =>
    from === undefined || to === undefined || others.length + more.length > 0 ? [] : [{ before: from, after: to }],
  );
}

/** For each member the nearest surviving key above and below it, as one text. */
function neighbours(keys: readonly string[], survives: ReadonlySet<number>): string[] {
  const above: (string | null)[] = [];
  let last: string | null = null;
  keys.forEach((key, index) => {
    above.push(last);
    if (survives.has(index)) last = key;
  });
  const below: (string | null)[] = [];
  last = null;
  for (let index = keys.length - 1; index >= 0; index--) {
    below[index] = last;
    if (survives.has(index)) last = keys[index] ?? null;
  }
  return keys.map((_, index) => JSON.stringify([above[index], below[index]]));
}
