import { isDeepStrictEqual } from "node:util";
import type { OracleReader } from "../readers/reader.js";
import type { Answer } from "./answer.js";

/** What became of a reader: an error's name, what differs, or `same`; `unusable` when the query did not answer before. */
export type Outcome = "unusable" | "same" | "columns" | "rows" | "nulls" | "stale" | `error ${string}`;

/**
 * Compares two answers by what readers of the category look at: clients with types of their own at names, types and
 * nulls where none were promised, readers by position and stored views also at names, all others at values alone.
 */
export function outcomeOf({ categories, expectsNoNulls }: OracleReader, before: Answer, after: Answer): Outcome {
  if ("fails" in before) return "unusable";
  if ("fails" in after) return `error ${after.fails}`;
  const sameRows = isDeepStrictEqual(before.rows, after.rows);
  switch (categories[0]) {
    case "typed-client":
      if (!isDeepStrictEqual(before.columns, after.columns)) return "columns";
      return expectsNoNulls && after.nulls.includes(true) ? "nulls" : "same";
    case "positional":
    case "stored-view":
      if (!isDeepStrictEqual(names(before), names(after))) return "columns";
      return sameRows ? "same" : "rows";
    default:
      return sameRows ? "same" : "rows";
  }
}

function names({ columns }: Exclude<Answer, { fails: string }>): string[] {
  return columns.map(([name]) => name);
}

/** Whether a view still follows its source: it must answer otherwise once the source has one row more. */
export function freshnessOf(before: readonly [Answer, Answer], after: readonly [Answer, Answer]): Outcome {
  const follows = ([one, other]: readonly [Answer, Answer]) => !isDeepStrictEqual(one, other);
  if ("fails" in before[0] || "fails" in before[1] || !follows(before)) return "unusable";
  if ("fails" in after[0]) return `error ${after[0].fails}`;
  return follows(after) ? "same" : "stale";
}
