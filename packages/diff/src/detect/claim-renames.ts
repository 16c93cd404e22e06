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
  for (const index of gone)
    placeOf(
      places,
      survivorsAround(partner, index, (at) => at),
    ).gone.push(index);
  for (const index of come)
    placeOf(
      places,
      survivorsAround(taken, index, (flag, at) => (flag === 1 ? at : -1)),
    ).come.push(index);
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

/** The nearest surviving members above and below, both named by where they stand after. */
function survivorsAround(
  list: Int32Array | Uint8Array,
  index: number,
  standsAfter: (value: number, at: number) => number,
): string {
  const look = (step: number): number => {
    for (let at = index + step; at >= 0 && at < list.length; at += step) {
      const after = standsAfter(list[at] ?? -1, at);
      if (after >= 0) return after;
    }
    return -1;
  };
  return `${look(-1)} ${look(1)}`;
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
    groups.set(key, [...(groups.get(key) ?? []), index]);
  }
  return groups;
}
