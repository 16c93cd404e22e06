import type { ReaderCategory } from "@schema-gate/diff";

/** A reader's query with `{view}` for the view, and what it relies on. A `stored-view` is stored before anything changes. */
export interface OracleReader {
  /** Mostly one; a count over a named column relies on the name and on the rows. */
  readonly categories: readonly ReaderCategory[];
  readonly sql: string;
  /** Whether everything it reads was promised not to be null. */
  readonly expectsNoNulls?: boolean;
}

export function reader(category: ReaderCategory, sql: string, also?: ReaderCategory): OracleReader {
  return { categories: also ? [category, also] : [category], sql };
}
