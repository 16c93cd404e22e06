import { type ReaderCategory, readerCategories } from "@schema-gate/diff";
import { isChanged, isWitnessed, type Judged, missesOf, usableReaders } from "./tally.js";

/** What became of the queries of one category; a query of two categories counts for both. */
export interface CategoryRow {
  readonly category: ReaderCategory;
  readonly asked: number;
  /** Answered otherwise, or no longer. */
  readonly changed: number;
  /** Changed while no finding of the case lists the category. */
  readonly missed: number;
  /** Cases in which some finding lists the category. */
  readonly claimed: number;
  /** Of those, cases in which no query of the category showed it. */
  readonly unwitnessed: number;
}

export function categoryRows(cases: readonly Judged[]): CategoryRow[] {
  const readers = cases.flatMap(({ observation }) => usableReaders(observation));
  const missed = cases.flatMap((each) => missesOf(each));
  return readerCategories.map((category) => {
    const own = readers.filter(({ categories }) => categories.includes(category));
    const claiming = cases.filter(({ findings }) => findings.some(({ breaks }) => breaks.includes(category)));
    return {
      category,
      asked: own.length,
      changed: own.filter(isChanged).length,
      missed: missed.filter(({ reader }) => reader.categories.includes(category)).length,
      claimed: claiming.length,
      unwitnessed: claiming.filter((each) => !isWitnessed(each, category)).length,
    };
  });
}
