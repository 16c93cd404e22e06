import type { Expression } from "../model/expression.js";
import { columnsIn, mapRelation } from "../model/map-query.js";
import { type Block, hasUsing, type Query, type Relation } from "../model/query.js";
import type { Source } from "../model/source.js";

type Join = Relation & { kind: "join" };

/** Leaves out each LEFT JOIN that finds at most one row and of which nothing is taken: it changes no row. */
export function pruneJoins(block: Block): Block {
  // A column that USING merges belongs to both sides.
  if (!block.from || hasUsing(block.from)) return block;
  const prune = (relation: Relation): Relation => {
    if (relation.kind !== "join") return relation;
    const join = { ...relation, left: prune(relation.left), right: prune(relation.right) };
    return isIdle(relation, block) ? join.left : join;
  };
  return { ...block, from: prune(block.from) };
}

function isIdle({ type, right, on, using }: Join, block: Block): boolean {
  if (type !== "LEFT" || right.kind !== "subquery" || using.length > 0) return false;
  const keys = uniqueColumns(right.query);
  if (!keys?.every((key) => on.some((condition) => equates(condition, right.source, key)))) return false;
  const isOwn = (column: { source: Source | null }) => column.source === right.source;
  const own = on.flatMap((condition) => columnsOfExpression(condition)).filter(isOwn).length;
  return columnsIn(block).filter(isOwn).length === own;
}

/** Columns no two rows of the query agree in. */
function uniqueColumns(query: Query): string[] | null {
  if (query.kind !== "block") return null;
  const names = query.items.map((item) => (item.kind === "column" ? item.name : null));
  if (query.distinct) return names.every((name) => name !== null) ? (names as string[]) : null;
  if (!query.groupBy || query.groupBy.length === 0) return null;
  const keys = query.groupBy.map((key) => {
    const item = query.items.find((each) => each.kind === "column" && isSameColumn(each.value, key));
    return item?.kind === "column" ? item.name : null;
  });
  return keys.every((key) => key !== null) ? (keys as string[]) : null;
}

function isSameColumn(one: Expression, other: Expression): boolean {
  return (
    one.kind === "column" &&
    other.kind === "column" &&
    one.source !== null &&
    one.source === other.source &&
    one.name === other.name
  );
}

/** Whether the condition is `key = something else`. */
function equates(condition: Expression, source: Source, key: string): boolean {
  if (condition.kind !== "unordered" || condition.operator !== "=") return false;
  const isKey = (part: Expression) => part.kind === "column" && part.source === source && part.name === key;
  const [one, other] = condition.parts;
  if (!one || !other) return false;
  const rest = isKey(one) ? other : isKey(other) ? one : null;
  return (
    rest !== null && columnsOfExpression(rest).every((column) => column.source !== source && column.source !== null)
  );
}

function columnsOfExpression(expression: Expression) {
  const none: Relation = {
    kind: "sample",
    relation: { kind: "table", source: { names: [], table: null, columns: null, known: [] }, suffix: [] },
    method: [],
  };
  const found: (Expression & { kind: "column" })[] = [];
  mapRelation({ kind: "join", type: "CROSS", left: none, right: none, on: [expression], using: [] }, (column) => {
    found.push(column);
    return column;
  });
  return found;
}
