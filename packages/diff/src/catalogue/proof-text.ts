import type { ReaderCategory } from "../finding.js";
import { type EngineProof, type Outcome, type ProofNames, proofCases, type ReaderProof, withNames } from "./proof.js";

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
  private: "awsdatacatalog.evergreen_landing",
  stored: "awsdatacatalog.team.report",
};

/** A proof, or a variant of it, as people read it. */
export interface ShownProof {
  /** What sets a variant apart; `null` for the proof itself. */
  readonly when: string | null;
  /** What makes each side, one statement a line. */
  readonly before: string;
  readonly after: string;
  /** Those who break first. */
  readonly readers: readonly ProvenReader[];
}

/** A proof with all its variants, under the names people know from production. */
export function shownProofs(proof: EngineProof): readonly ShownProof[] {
  return proofCases(proof).map(({ when, before, after, readers }) => {
    const shown = readers.map(shownReader);
    return {
      when,
      before: shownStatements(before),
      after: shownStatements(after),
      readers: [...shown.filter((reader) => reader.isBroken), ...shown.filter((reader) => !reader.isBroken)],
    };
  });
}

function shownStatements(statements: readonly string[]): string {
  return statements.map((each) => `${withNames(each, names)};`).join("\n");
}

function shownReader(reader: ReaderProof): ProvenReader {
  return {
    category: reader.category,
    isBroken: reader.outcome !== "same",
    sql: withNames(queryText(reader), names),
    outcome: withNames(outcomeText(reader.outcome), names),
  };
}

function queryText(reader: ReaderProof): string {
  const who = reader.user === undefined ? "" : "-- as somebody who may not read what lies below the view\n";
  return who + statementsOf(reader);
}

function statementsOf({ category, sql }: ReaderProof): string {
  return category === "stored-view" ? `CREATE VIEW {stored} AS ${sql}; -- before\nSELECT * FROM {stored};` : `${sql};`;
}

function outcomeText(outcome: Outcome): string {
  if (outcome === "same") return "the same answer";
  if (outcome === "rows-change") return "other rows, and no error says so";
  if (outcome === "types-change") return "other column names or types";
  return `${outcome.fails}: ${outcome.message}`;
}
