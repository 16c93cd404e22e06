import type { ReaderCategory } from "../finding.js";

/** What Trino says against a query. */
export interface Refusal {
  /** Trino's name of the error, such as `COLUMN_NOT_FOUND`. */
  readonly fails: string;
  /** Its text, without the place in the SQL and with placeholders for names. */
  readonly message: string;
}

/** What the newest tested server says against a query after the change. */
export interface Failure extends Refusal {
  /** What other servers say instead, by version. */
  readonly on?: Readonly<Record<string, Refusal>>;
}

/**
 * What becomes of a reader whose query answered before the change. `same`: rows (in any order), column names and types.
 * `types-change`: other column names or types, whatever the rows. `rows-change`: only the rows differ, and no error says so.
 */
export type Outcome = "same" | "rows-change" | "types-change" | Failure;

/** A reader's query and what the change does to it. */
export interface ReaderProof {
  /**
   * What the query relies on: a typed client names its columns, `SELECT *` is positional. For `stored-view` the SQL is
   * stored as a view before the change, and that view is queried.
   */
  readonly category: ReaderCategory;
  readonly sql: string;
  /** A user who may read everything but what stands in `{private}`; one with all rights where none is named. */
  readonly user?: "guest";
  readonly outcome: Outcome;
}

/**
 * Statements that make what is there before and turn it into what is there after, and the readers of both; the tests run
 * it on real servers. `{view}` stands for the full name of the view, `{schema}` and `{other}` for `catalog.schema` of the
 * public schema and of one beside it, `{private}` for one that not everybody may read, `{stored}` (in messages) for the full name of the reader's stored view.
 */
export interface ProofCase {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly readers: readonly ReaderProof[];
  /** Other rules that cannot but find something in the same change. */
  readonly alsoFound?: readonly string[];
  /** Servers whose connector cannot make these relations, by version: the name of the error they refuse them with. */
  readonly refusedBy?: Readonly<Record<string, string>>;
}

/** A proof whose readers break in every category the rule lists. */
export interface EngineProof extends ProofCase {
  /** Milder or quieter forms of the change; each breaks some of the listed categories. */
  readonly variants?: readonly ProofVariant[];
}

/** Another form of the same change, with readers of its own. */
export interface ProofVariant extends ProofCase {
  /** What sets it apart, such as `only the letter case differs`. */
  readonly when: string;
}

/** What happens to whom, in words, where SQL alone cannot witness it. */
export interface Scenario {
  readonly scenario: string;
}

export type Proof = EngineProof | Scenario;

/** The names that a proof's placeholders stand for. */
export interface ProofNames {
  readonly view: string;
  readonly schema: string;
  readonly other: string;
  readonly private: string;
  readonly stored: string;
}

const placeholders = ["view", "stored", "schema", "other", "private"] as const;

/** Puts names in for the placeholders of a statement, query or message. */
export function withNames(text: string, names: ProofNames): string {
  return placeholders.reduce((named, each) => named.replaceAll(`{${each}}`, names[each]), text);
}

/** The reverse, for what a server says: placeholders for the names, and no place in the SQL. */
export function withoutNames(text: string, names: ProofNames): string {
  const unplaced = text.replaceAll(/line \d+:\d+: /g, "");
  return placeholders.reduce((message, each) => message.replaceAll(names[each], `{${each}}`), unplaced);
}

/** The proof and its variants; `when` is `null` for the proof itself. */
export function proofCases(proof: EngineProof): readonly (ProofCase & { readonly when: string | null })[] {
  return [{ ...proof, when: null }, ...(proof.variants ?? [])];
}

/** The statement that makes the view, or replaces it. */
export function viewAs(select: string): readonly string[] {
  return [`CREATE OR REPLACE VIEW {view} AS ${select}`];
}
