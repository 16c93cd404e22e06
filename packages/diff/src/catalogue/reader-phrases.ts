import type { ReaderCategory } from "../finding.js";

/** Who the readers of each category are, in words that follow "breaks". */
export const readerPhrases: Readonly<Record<ReaderCategory, string>> = {
  "by-name": "queries that name it",
  unqualified: "bare names in joins and subqueries",
  positional: "SELECT * and other readers by position",
  "stored-view": "views over this view",
  "typed-client": "typed clients (JDBC, BI extracts)",
  "row-count": "counts and joins that rely on the rows",
  timeliness: "whoever relies on when data arrives",
};
