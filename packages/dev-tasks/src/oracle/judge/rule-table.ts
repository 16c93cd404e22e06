import { type ReaderCategory, rules } from "@schema-gate/diff";
import { isWitnessed, type Judged, missesOf } from "./tally.js";

/** How one rule fared. */
export interface RuleRow {
  readonly rule: string;
  /** Cases in which it found something. */
  readonly cases: number;
  /** By claimed category: the cases in which a query of it showed another answer. */
  readonly witnessed: readonly (readonly [category: ReaderCategory, cases: number])[];
  /** Queries that would be missed if the rule did not exist. */
  readonly missedWithout: number;
}

export function ruleRows(cases: readonly Judged[]): RuleRow[] {
  const missed = cases.flatMap((each) => missesOf(each)).length;
  return rules
    .filter((rule) => rule.kind === "change")
    .map(({ id, breaks }) => {
      const own = cases.filter(({ findings }) => findings.some(({ rule }) => rule === id));
      return {
        rule: id,
        cases: own.length,
        witnessed: breaks.map(
          (category) => [category, own.filter((each) => isWitnessed(each, category)).length] as const,
        ),
        missedWithout: cases.flatMap((each) => missesOf(each, id)).length - missed,
      };
    });
}
