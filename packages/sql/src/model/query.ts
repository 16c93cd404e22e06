import type { Span } from "../syntax/syntax-node.js";
import type { Expression } from "./expression.js";
import type { Source } from "./source.js";

/** A column a query puts out. `star` is all columns of a source whose columns are not known. */
export type Item =
  | { readonly kind: "column"; readonly name: string | null; readonly value: Expression }
  | { readonly kind: "star"; readonly source: Source };

/** The end of a query: its order matters only where rows are cut off. */
export interface Cut {
  readonly order: readonly Expression[];
  /** OFFSET, LIMIT and FETCH FIRST, as they are written. */
  readonly limits: readonly Expression[];
}

export interface Block extends Cut {
  readonly kind: "block";
  readonly distinct: boolean;
  readonly items: readonly Item[];
  readonly from: Relation | null;
  readonly where: readonly Expression[];
  /** Grouping sets; null without grouping, empty for one group of all rows. */
  readonly groupBy: readonly Expression[] | null;
  readonly having: readonly Expression[];
  readonly spans: Readonly<Record<string, Span>>;
}

export interface SetOperation extends Cut {
  readonly kind: "set";
  readonly operator: string;
  readonly branches: readonly Query[];
  readonly spans: Readonly<Record<string, Span>>;
}

export interface Values {
  readonly kind: "values";
  readonly rows: readonly Expression[];
  readonly spans: Readonly<Record<string, Span>>;
}

export type Query = Block | SetOperation | Values;

export type Relation =
  | { readonly kind: "table"; readonly source: Source; readonly suffix: readonly Expression[] }
  | { readonly kind: "subquery"; readonly source: Source; readonly query: Query; readonly lateral: boolean }
  | {
      readonly kind: "unnest";
      readonly source: Source;
      readonly values: readonly Expression[];
      readonly ordinality: boolean;
    }
  | { readonly kind: "sample"; readonly relation: Relation; readonly method: readonly Expression[] }
  | {
      readonly kind: "join";
      /** INNER, LEFT, RIGHT, FULL or CROSS. */
      readonly type: string;
      readonly left: Relation;
      readonly right: Relation;
      readonly on: readonly Expression[];
      readonly using: readonly string[];
    };

/** The sources a relation brings in, in their order. */
export function sourcesOf(relation: Relation | null): Source[] {
  if (relation === null) return [];
  if (relation.kind === "join") return [...sourcesOf(relation.left), ...sourcesOf(relation.right)];
  return relation.kind === "sample" ? sourcesOf(relation.relation) : [relation.source];
}

/** Whether a join merges columns of one name. */
export function hasUsing(relation: Relation | null): boolean {
  if (relation?.kind === "sample") return hasUsing(relation.relation);
  return (
    relation?.kind === "join" && (relation.using.length > 0 || hasUsing(relation.left) || hasUsing(relation.right))
  );
}

/** Whether some columns a query puts out are not known by name. */
export function hasStar(query: Query): boolean {
  if (query.kind === "set") return query.branches.some(hasStar);
  return query.kind === "block" && query.items.some((item) => item.kind === "star");
}

/** The columns a query puts out for certain: those it names, and those its stars take from queries that do. */
export function knownColumns(query: Query): string[] {
  if (query.kind === "values") return [];
  if (query.kind === "set") return query.branches[0] ? knownColumns(query.branches[0]) : [];
  return query.items.flatMap((item) => (item.kind === "star" ? item.source.known : (item.name ?? [])));
}

/** The names of the columns a query puts out, if all are known. */
export function columnsOf(query: Query): (string | null)[] | null {
  if (query.kind === "values") return null;
  if (query.kind === "set") return query.branches[0] ? columnsOf(query.branches[0]) : null;
  return query.items.every((item) => item.kind === "column") ? query.items.map((item) => item.name) : null;
}
