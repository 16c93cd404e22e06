import type { Query, Relation } from "../model/query.js";
import type { Printer } from "../print/printer.js";
import type { Span } from "../syntax/syntax-node.js";
import type { DefinitionChangeKind } from "./definition-change.js";

/** A part of a query that decides which rows it gives. */
export interface Clause {
  readonly kind: DefinitionChangeKind;
  /** `where`, or `subquery.where` for a query that another one reads. */
  readonly name: string;
  readonly text: string;
  readonly span: Span | null;
}

/** `branch`: of a set operation that compares rows, so that other rows of the branch need not be others of the whole. */
type Place = "outermost" | "branch" | "subquery";

/** Every clause of a query and of the queries it reads; what a subquery does to its rows only may show in the view's. */
export function clausesOf(query: Query, printer: Printer, place: Place = "outermost"): Clause[] {
  const clause = (kind: DefinitionChangeKind, name: string, text: string | null): Clause[] => {
    if (text === null || text === "") return [];
    const span =
      query.spans[name === "distinct" ? "select" : name === "unnest" || name === "sample" ? "from" : name] ?? null;
    const full = place === "subquery" ? `subquery.${name}` : name;
    return [{ kind: place === "outermost" ? kind : "rows", name: full, text, span }];
  };
  if (query.kind === "values") return clause("rows", "values", printer.query(query, true));
  const limit = clause("rows", "limit", printer.limit(query));
  if (query.kind === "set") {
    const inside = place === "outermost" && query.operator !== "UNION ALL" ? "branch" : place;
    const branches = query.branches.flatMap((branch) => clausesOf(branch, printer, inside));
    return [...clause("set-operation", "set-operation", setOperationText(query, printer)), ...branches, ...limit];
  }
  const from = query.from ? leavesOf(query.from) : [];
  return [
    ...clause("distinct", "distinct", query.distinct ? `DISTINCT ${printer.items(query).sort().join(", ")}` : null),
    ...clause(
      "rows",
      "from",
      query.from && query.from.kind !== "unnest" ? printer.relation(query.from, "shallow") : null,
    ),
    ...unnestTexts(query.from, printer).flatMap((text) => clause("unnest", "unnest", text)),
    ...from.flatMap((leaf) => (leaf.kind === "sample" ? clause("rows", "sample", printer.relation(leaf)) : [])),
    ...clause("rows", "where", query.where.length > 0 ? printer.conjunction(query.where) : null),
    ...clause("grouping", "group-by", query.groupBy && printer.grouping(query.groupBy)),
    ...clause("rows", "having", query.having.length > 0 ? printer.conjunction(query.having) : null),
    ...limit,
    ...from.flatMap((leaf) => (leaf.kind === "subquery" ? clausesOf(leaf.query, printer, "subquery") : [])),
  ];
}

function setOperationText(query: Query & { kind: "set" }, printer: Printer): string {
  if (query.operator === "UNION ALL") return `UNION ALL of ${query.branches.length} queries`;
  const items = (branch: Query): string => {
    if (branch.kind === "block") return `(${printer.items(branch).join(", ")})`;
    return branch.kind === "set" ? setOperationText(branch, printer) : printer.query(branch, true);
  };
  const texts = query.branches.map(items);
  return (query.operator === "UNION" ? texts.sort() : texts).join(` ${query.operator} `);
}

function leavesOf(relation: Relation): Relation[] {
  if (relation.kind === "join") return [...leavesOf(relation.left), ...leavesOf(relation.right)];
  return relation.kind === "sample" ? [relation, ...leavesOf(relation.relation)] : [relation];
}

/** Each UNNEST with the join that brings it in. */
function unnestTexts(relation: Relation | null, printer: Printer): string[] {
  if (relation?.kind === "unnest") return [printer.unnest(relation)];
  if (relation?.kind !== "join") return [];
  const { type, left, right, on } = relation;
  if (right.kind !== "unnest") return [...unnestTexts(left, printer), ...unnestTexts(right, printer)];
  const condition = on.length > 0 ? ` ON ${printer.conjunction(on)}` : "";
  return [...unnestTexts(left, printer), `${type} JOIN ${printer.unnest(right)}${condition}`];
}
