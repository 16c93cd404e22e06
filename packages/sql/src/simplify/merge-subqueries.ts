import type { Expression } from "../model/expression.js";
import { isVolatile, isWindowed } from "../model/features.js";
import { columnsIn, mapQuery } from "../model/map-query.js";
import type { Block, Item, Query, Relation } from "../model/query.js";
import type { Source } from "../model/source.js";

type Subquery = Relation & { kind: "subquery" };

/** Puts subqueries that only project and filter in the place they are read: `FROM (SELECT a FROM t WHERE p)` is `FROM t WHERE p`. */
export function mergeSubqueries(block: Block): Block {
  let merged = block;
  for (const subquery of mergeable(block.from)) merged = mergeOne(merged, subquery) ?? merged;
  return merged;
}

/** Subqueries whose rows no outer join fills up with nulls. */
function mergeable(relation: Relation | null): Subquery[] {
  if (relation?.kind === "subquery") return [relation];
  if (relation?.kind !== "join" || relation.using.length > 0 || relation.type === "FULL") return [];
  const left = relation.type === "RIGHT" ? [] : mergeable(relation.left);
  const right = relation.type === "LEFT" ? [] : mergeable(relation.right);
  return [...left, ...right];
}

function mergeOne(block: Block, { source, query }: Subquery): Block | null {
  const from = projection(query);
  if (!from || query.kind !== "block") return null;
  const isOwn = (column: { source: Source | null }) => column.source === source;
  const used = columnsIn(block).filter(isOwn);
  if (used.some((column) => columnValue(query, source, column.name) === null)) return null;
  const merged = mapQuery(block, (column) =>
    isOwn(column) ? (columnValue(query, source, column.name) ?? column) : column,
  );
  if (merged.kind !== "block" || merged.from === null) return null;
  return {
    ...merged,
    items: merged.items.flatMap((item): readonly Item[] =>
      item.kind === "star" && item.source === source ? query.items : [item],
    ),
    from: replaceLeaf(merged.from, source, from),
    where: [...merged.where, ...query.where],
    spans: { ...query.spans, ...merged.spans },
  };
}

/** What a query reads from, if it does no more than project and filter. */
function projection(query: Query): Relation | null {
  if (query.kind !== "block" || query.distinct || query.groupBy || query.limits.length > 0) return null;
  const values = query.items.flatMap((item) => (item.kind === "column" ? [item.value] : []));
  return values.some((value) => isWindowed(value) || isVolatile(value)) ? null : query.from;
}

/** What a column of a subquery stands for; null where that cannot be told. */
export function columnValue(query: Block, source: Source, name: string): Expression | null {
  if (source.columns) {
    const item = query.items[source.columns.indexOf(name)];
    return item?.kind === "column" ? item.value : null;
  }
  const named = query.items.find((item) => item.kind === "column" && item.name === name);
  if (named?.kind === "column") return named.value;
  const stars = query.items.filter((item) => item.kind === "star");
  return stars.length === 1 && stars[0]?.kind === "star" ? { kind: "column", source: stars[0].source, name } : null;
}

function replaceLeaf(relation: Relation, source: Source, by: Relation): Relation {
  if (relation.kind === "join") {
    return {
      ...relation,
      left: replaceLeaf(relation.left, source, by),
      right: replaceLeaf(relation.right, source, by),
    };
  }
  return relation.kind === "subquery" && relation.source === source ? by : relation;
}
