import type { Dice } from "./dice.js";

const plain =
  "task_id build_id status took host team variant branch priority started_at ended_at cost region kind_of attempts labels owner score batch origin".split(
    " ",
  );
const odd = [
  "select",
  "order",
  "1st",
  "a.b",
  'say "hi"',
  "two words",
  "naïve",
  "x[]",
  "#2",
  "@me",
  "名前",
  "{key}",
  "semi;colon",
  "it's",
];

/** A name that differs from all the taken ones in more than letter case; mostly a plain one. */
export function takeName(dice: Dice, taken: readonly (string | null)[]): string {
  const folded = new Set(taken.map((name) => name?.toLowerCase()));
  const free = (names: readonly string[]) => names.filter((name) => !folded.has(name.toLowerCase()));
  const names = free(dice.chance(12) ? odd : plain);
  return dice.pick(names.length > 0 ? names : free([...plain, ...odd]));
}
