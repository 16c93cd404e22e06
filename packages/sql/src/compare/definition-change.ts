import type { Span } from "../syntax/syntax-node.js";

/**
 * What a change of a definition is about. `columns`: other columns, or another order of them; `not-analysed`: anything that
 * could not be told.
 */
export type DefinitionChangeKind =
  | "grouping"
  | "distinct"
  | "set-operation"
  | "unnest"
  | "rows"
  | "source"
  | "expression"
  | "columns"
  | "not-analysed";

/** One clause, or one column, that says something else than before. */
export interface DefinitionChange {
  readonly kind: DefinitionChangeKind;
  /** `@definition.where`, `@definition.subquery.group-by`; for an expression the name of its column, unquoted. */
  readonly path: string;
  /** The clause in canonical text; null where a side does not have it. */
  readonly before: string | null;
  readonly after: string | null;
  /** Where the clause stands in its text, if it can be told. */
  readonly beforeSpan: Span | null;
  readonly afterSpan: Span | null;
  /** Of an expression: whether only fields of rows came or moved, and all that were there are made of the same. */
  readonly keepsFields?: boolean;
  /** Why it was not analysed: a sentence part. */
  readonly reason: string | null;
}
