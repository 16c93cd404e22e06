import { type Expression, mapColumns } from "./expression.js";
import type { Query, Relation } from "./query.js";

type Column = Expression & { kind: "column" };

/** The query with every column replaced, also those of the queries within. */
export function mapQuery(query: Query, replace: (column: Column) => Expression): Query {
  const one = (expression: Expression): Expression =>
    mapColumns(expression, replace, (inner) => mapQuery(inner, replace));
  const all = (expressions: readonly Expression[]) => expressions.map(one);
  if (query.kind === "values") return { ...query, rows: all(query.rows) };
  const cut = { order: all(query.order), limits: query.limits };
  if (query.kind === "set") {
    return { ...query, ...cut, branches: query.branches.map((branch) => mapQuery(branch, replace)) };
  }
  return {
    ...query,
    ...cut,
    items: query.items.map((item) => (item.kind === "star" ? item : { ...item, value: one(item.value) })),
    from: query.from && mapRelation(query.from, replace),
    where: all(query.where),
    groupBy: query.groupBy && all(query.groupBy),
    having: all(query.having),
  };
}

/** The relation with every column in its conditions and subqueries replaced. */
export function mapRelation(relation: Relation, replace: (column: Column) => Expression): Relation {
  const all = (expressions: readonly Expression[]) =>
    expressions.map((each) => mapColumns(each, replace, (inner) => mapQuery(inner, replace)));
  switch (relation.kind) {
    case "table":
      return { ...relation, suffix: all(relation.suffix) };
    case "subquery":
      return { ...relation, query: mapQuery(relation.query, replace) };
    case "unnest":
      return { ...relation, values: all(relation.values) };
    case "sample":
      return { ...relation, relation: mapRelation(relation.relation, replace) };
    case "join":
      return {
        ...relation,
        left: mapRelation(relation.left, replace),
        right: mapRelation(relation.right, replace),
        on: all(relation.on),
      };
  }
}

/** Every column a query names, also within. */
export function columnsIn(query: Query): Column[] {
  const found: Column[] = [];
  mapQuery(query, (column) => {
    found.push(column);
    return column;
  });
  return found;
}
