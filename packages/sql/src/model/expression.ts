import type { Query } from "./query.js";
import type { Source } from "./source.js";

/**
 * A value, its names resolved. `words` is anything else the grammar knows, as a list of words and values; it is printed in
 * brackets when it is an `operator`.
 */
export type Expression =
  | { readonly kind: "column"; readonly source: Source | null; readonly name: string }
  | { readonly kind: "word"; readonly text: string }
  | {
      readonly kind: "words";
      readonly operator: boolean;
      readonly call: string | null;
      readonly parts: readonly Expression[];
    }
  /** Operands whose order means nothing: AND, OR, =, <>. */
  | { readonly kind: "unordered"; readonly operator: string; readonly parts: readonly Expression[] }
  | { readonly kind: "query"; readonly query: Query };

export const word = (text: string): Expression => ({ kind: "word", text });

/** The operands of a conjunction, also of one. */
export function conjuncts(expression: Expression): readonly Expression[] {
  return expression.kind === "unordered" && expression.operator === "AND" ? expression.parts : [expression];
}

/** The expression with every column replaced. */
export function mapColumns(
  expression: Expression,
  replace: (column: Expression & { kind: "column" }) => Expression,
  inQuery: (query: Query) => Query,
): Expression {
  if (expression.kind === "column") return replace(expression);
  if (expression.kind === "word") return expression;
  if (expression.kind === "query") return { kind: "query", query: inQuery(expression.query) };
  return { ...expression, parts: expression.parts.map((part) => mapColumns(part, replace, inQuery)) };
}
