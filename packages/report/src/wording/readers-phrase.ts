import type { ReaderCategory } from "@schema-gate/diff";

const phrases: Readonly<Record<ReaderCategory, string>> = {
  "by-name": "queries that name it",
  unqualified: "bare names in joins and subqueries",
  positional: "SELECT * and other readers by position",
  "stored-view": "views over this view",
  "typed-client": "typed clients (JDBC, BI extracts)",
  "row-count": "counts and joins that rely on the rows",
  timeliness: "whoever relies on when data arrives",
};

/** For whom a finding breaks, in words: `queries that name it, views over this view`. */
export function readersPhrase(breaks: readonly ReaderCategory[]): string {
  return breaks.map((category) => phrases[category]).join(", ");
}
