/** What a FROM clause reads: an identity columns refer to. */
export interface Source {
  /** The alias, or the parts of the table's name; lower case. */
  readonly names: readonly string[];
  /** The table's name in full; null for subqueries and UNNEST. */
  readonly table: string | null;
  /** The columns, if all are known. */
  readonly columns: readonly string[] | null;
  /** Columns it has for certain, beside those a star takes along. */
  readonly known: readonly string[];
}
