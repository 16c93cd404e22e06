import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Choices that only the seed decides. */
export interface Dice {
  /** A whole number, both ends included. */
  readonly int: (from: number, to: number) => number;
  readonly chance: (percent: number) => boolean;
  /** One of the items; throws when there are none. */
  readonly pick: <Item>(items: readonly Item[]) => Item;
  /** One key, as often as its weight says. */
  readonly weighted: <Key extends string>(weights: Readonly<Record<Key, number>>) => Key;
}

export function diceOf(seed: number): Dice {
  const generator = xoroshiro128plus(seed);
  const int = (from: number, to: number) => uniformInt(generator, from, to);
  return {
    int,
    chance: (percent) => int(1, 100) <= percent,
    pick: (items) => {
      const item = items[int(0, items.length - 1)];
      if (item === undefined) throw new RangeError("nothing to pick from");
      return item;
    },
    weighted: (weights) => pickWeighted(weights, int),
  };
}

function pickWeighted<Key extends string>(
  weights: Readonly<Record<Key, number>>,
  int: (from: number, to: number) => number,
): Key {
  const entries = Object.entries(weights) as [Key, number][];
  let left = int(
    1,
    entries.reduce((sum, [, weight]) => sum + weight, 0),
  );
  for (const [key, weight] of entries) {
    left -= weight;
    if (left <= 0) return key;
  }
  throw new RangeError("no weight is above zero");
}
