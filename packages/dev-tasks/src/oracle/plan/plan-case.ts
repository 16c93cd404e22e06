import { type EditName, edits } from "../edits/edits.js";
import { type FamilyEditName, familyEdits } from "../edits/family-edits.js";
import { prepareFor } from "../edits/prepare.js";
import type { OracleReader } from "../readers/reader.js";
import { readByName, readUnqualified } from "../readers/readers-by-name.js";
import { readPositional, readStored, readTyped } from "../readers/readers-by-place.js";
import { readRowCount, readTimeliness } from "../readers/readers-of-rows.js";
import { type Dice, diceOf } from "./dice.js";
import { makeView } from "./make-view.js";
import { planDigest } from "./plan-digest.js";
import type { PlannedView } from "./planned-view.js";

/** Views by name, with `{schema}` for the public schema and `{other}` for one beside it. */
export type PlannedViews = Readonly<Record<string, PlannedView>>;

/** What was there before, what is there after, and who reads the view `main`. */
export interface PlannedCase {
  readonly seed: number;
  readonly edits: readonly string[];
  readonly main: string;
  readonly before: PlannedViews;
  readonly after: PlannedViews;
  /** The days on which versions were released. */
  readonly released: Readonly<Record<string, string>>;
  readonly readers: readonly OracleReader[];
  /** What tells it from any other case; see `planDigest`. */
  readonly digest: string;
}

/** The case of a seed: always the same one. */
export function planCase(seed: number): PlannedCase {
  const dice = diceOf(seed);
  const planned = dice.chance(14) ? planFamily(dice, seed) : planView(dice, seed);
  const before = planned.before[planned.main];
  if (!before) throw new Error(`case ${seed} reads no view`);
  const after = planned.after[planned.main] ?? null;
  const whole = { ...planned, readers: planReaders(dice, before, after) };
  return { ...whole, digest: planDigest(whole) };
}

type CaseWithoutReaders = Omit<PlannedCase, "readers" | "digest">;

function planView(dice: Dice, seed: number): CaseWithoutReaders {
  const names: EditName[] = [];
  const count = Number(dice.weighted({ "1": 62, "2": 18, "3": 10, "4": 5, "5": 5 }));
  const weights = Object.fromEntries(Object.entries(edits).map(([name, { weight }]) => [name, weight])) as Record<
    EditName,
    number
  >;
  for (let index = 0; index < count; index += 1) {
    const name = dice.weighted(weights);
    // A promise given and taken back in one change was never made; its column must not get nulls by that.
    if (name !== "otherRequired" || !names.includes(name)) names.push(name);
  }
  const before = makeView(dice);
  for (const name of names) prepareFor(name, dice, before);
  const after = structuredClone(before);
  const done = names.filter((name) => edits[name].edit(dice, after) !== null);
  const main = `{schema}.case_${seed}_v1`;
  return { seed, edits: done, main, before: { [main]: before }, after: { [main]: after }, released: {} };
}

function planFamily(dice: Dice, seed: number): CaseWithoutReaders {
  const weights = Object.fromEntries(Object.keys(familyEdits).map((name) => [name, 1])) as Record<
    FamilyEditName,
    number
  >;
  const name = dice.weighted(weights);
  return { seed, edits: [name], released: {}, ...familyEdits[name](`case_${seed}`, makeView(dice)) };
}

function planReaders(dice: Dice, before: PlannedView, after: PlannedView | null): OracleReader[] {
  const scene = { dice, before, after };
  const kinds = [readByName, readUnqualified, readPositional, readStored, readTyped, readRowCount, readTimeliness];
  const readers = kinds.flatMap((read) => read(scene));
  return readers.filter(
    (each, index) =>
      readers.findIndex(({ sql, categories }) => sql === each.sql && categories[0] === each.categories[0]) === index,
  );
}
