import type { ReaderCategory } from "../finding.js";
import { type EngineProof, type Outcome, type ProofNames, type ReaderProof, withNames } from "./proof.js";

/** A reader of a proof as people read it. */
export interface ProvenReader {
  readonly category: ReaderCategory;
  readonly isBroken: boolean;
  /** What the reader runs; more than one statement for a reader with a stored view. */
  readonly sql: string;
  /** What becomes of it, in the words of the newest tested server where it fails. */
  readonly outcome: string;
}

const names: ProofNames = {
  view: "awsdatacatalog.dev_prod_live.evergreen_tasks_v1",
  schema: "awsdatacatalog.dev_prod_live",
  other: "awsdatacatalog.team",
  stored: "awsdatacatalog.team.report",
};

/** The readers of a proof, those who break first. */
export function provenReaders({ readers }: EngineProof): readonly ProvenReader[] {
  const shown = readers.map((reader) => ({
    category: reader.category,
    isBroken: reader.outcome !== "same",
    sql: withNames(queryText(reader), names),
    outcome: withNames(outcomeText(reader.outcome), names),
  }));
  return [...shown.filter((reader) => reader.isBroken), ...shown.filter((reader) => !reader.isBroken)];
}

/** What makes each side of a proof, one statement a line. */
export function shownStatements({ before, after }: EngineProof): { readonly before: string; readonly after: string } {
  const shown = (statements: readonly string[]) => statements.map((each) => `${withNames(each, names)};`).join("\n");
  return { before: shown(before), after: shown(after) };
}

function queryText({ category, sql }: ReaderProof): string {
  return category === "stored-view" ? `CREATE VIEW {stored} AS ${sql}; -- before\nSELECT * FROM {stored};` : `${sql};`;
}

function outcomeText(outcome: Outcome): string {
  if (outcome === "same") return "the same answer";
  if (outcome === "rows-change") return "other rows, and no error says so";
  if (outcome === "types-change") return "other column names or types";
  return `${outcome.fails}: ${outcome.message}`;
}
