import type { MemberPair, TypeKey } from "./members.js";

/**
 * Law 5: a rename is claimed only when exactly one removed and one added member have one type and stand between the same
 * surviving neighbours. `partner` and `taken` say who survived, `gone` and `come` are indexes of who did not.
 */
export function claimRenames(
  partner: Int32Array,
  taken: Uint8Array,
  gone: readonly number[],
  come: readonly number[],
  typeKey: TypeKey,
): MemberPair[] {
  const places = new Map<string, { gone: number[]; come: number[] }>();
  const before = survivorsAround(partner.length, (at) => partner[at] ?? -1);
  const after = survivorsAround(taken.length, (at) => (taken[at] === 1 ? at : -1));
  for (const index of gone) placeOf(places, before(index)).gone.push(index);
  for (const index of come) placeOf(places, after(index)).come.push(index);
  return [...places.values()].flatMap((place) => claimInPlace(place, typeKey));
}

function placeOf(
  places: Map<string, { gone: number[]; come: number[] }>,
  key: string,
): { gone: number[]; come: number[] } {
  const place = places.get(key) ?? { gone: [], come: [] };
  places.set(key, place);
  return place;
}

/** The nearest surviving members above and below a member, both named by where they stand after. */
function survivorsAround(length: number, standsAfter: (index: number) => number): (index: number) => string {
  const above = new Int32Array(length);
  const below = new Int32Array(length);
  for (let at = 0, last = -1; at < length; at++) {
    above[at] = last;
    if (standsAfter(at) >= 0) last = standsAfter(at);
  }
  for (let at = length - 1, last = -1; at >= 0; at--) {
    below[at] = last;
    if (standsAfter(at) >= 0) last = standsAfter(at);
  }
  return (index) => `${above[index]} ${below[index]}`;
}

function claimInPlace(place: { gone: readonly number[]; come: readonly number[] }, typeKey: TypeKey): MemberPair[] {
  if (place.gone.length === 0 || place.come.length === 0) return [];
  const came = groupByType(place.come, "after", typeKey);
  return [...groupByType(place.gone, "before", typeKey)].flatMap(([type, [before, ...others]]) => {
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
