import { type Expression, mapColumns } from "../model/expression.js";
import { type Query, type Relation, sourcesOf } from "../model/query.js";
import type { Source } from "../model/source.js";

/** How a source is called in printed text, and the query it stands for. */
export interface Label {
  readonly text: string;
  readonly query: Query | null;
}
export type Labels = ReadonlyMap<Source, Label>;

/** Names every source of a query by its table, whatever its alias; `renamed` gives a table the name of the one it replaces. */
export function labelSources(query: Query, renamed: (table: string) => string): Labels {
  const labels = new Map<Source, Label>();
  const visit = (each: Query, taken: ReadonlySet<string>): void => {
    if (each.kind === "set") for (const branch of each.branches) visit(branch, taken);
    const own = new Set(taken);
    if (each.kind === "block") visitRelation(each.from, own, taken);
    for (const expression of expressionsOf(each)) nested(expression, (inner) => visit(inner, own));
  };
  const visitRelation = (relation: Relation | null, own: Set<string>, taken: ReadonlySet<string>): void => {
    const subqueries = new Map(relation ? subqueriesOf(relation) : []);
    for (const source of sourcesOf(relation)) {
      const inner = subqueries.get(source) ?? null;
      labels.set(source, { text: freeName(source, inner, own, renamed), query: inner });
      if (inner) visit(inner, taken);
    }
  };
  visit(query, new Set());
  return labels;
}

function freeName(source: Source, query: Query | null, taken: Set<string>, renamed: (table: string) => string): string {
  const base =
    source.table === null ? (query ? "subquery" : "unnest") : (renamed(source.table).split(".").at(-1) ?? "");
  let name = base;
  for (let number = 2; taken.has(name); number++) name = `${base}_${number}`;
  taken.add(name);
  return name;
}

function subqueriesOf(relation: Relation): [Source, Query][] {
  if (relation.kind === "join") return [...subqueriesOf(relation.left), ...subqueriesOf(relation.right)];
  if (relation.kind === "sample") return subqueriesOf(relation.relation);
  return relation.kind === "subquery" ? [[relation.source, relation.query]] : [];
}

/** The values of a query outside its subqueries. */
function expressionsOf(query: Query): readonly Expression[] {
  if (query.kind === "values") return query.rows;
  if (query.kind === "set") return query.order;
  const values = query.items.flatMap((item) => (item.kind === "column" ? [item.value] : []));
  const conditions = query.from ? conditionsOf(query.from) : [];
  return [...values, ...conditions, ...query.where, ...(query.groupBy ?? []), ...query.having, ...query.order];
}

function conditionsOf(relation: Relation): readonly Expression[] {
  if (relation.kind === "join")
    return [...conditionsOf(relation.left), ...conditionsOf(relation.right), ...relation.on];
  if (relation.kind === "sample") return [...conditionsOf(relation.relation), ...relation.method];
  return relation.kind === "unnest" ? relation.values : relation.kind === "table" ? relation.suffix : [];
}

function nested(expression: Expression, visit: (query: Query) => void): void {
  mapColumns(
    expression,
    (column) => column,
    (query) => {
      visit(query);
      return query;
    },
  );
}
