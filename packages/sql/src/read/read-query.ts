import { type Expression, word } from "../model/expression.js";
import { type Cut, columnsOf, type Query } from "../model/query.js";
import { NotAnalysed } from "../not-analysed.js";
import { childrenOf, hasWord, isWord, type SyntaxNode } from "../syntax/syntax-node.js";
import { nameOf, namesIn } from "./names.js";
import { readBlock } from "./read-block.js";
import { readExpression } from "./read-expression.js";
import { tableRelation } from "./read-relation.js";
import { type Named, type NamedQuery, type Scope, scopeOfNamed } from "./scope.js";

export type QueryScope = Scope;

/** Reads a query of any kind; `order` and `limits` are those written after it. */
export function readQuery(node: SyntaxNode, scope: QueryScope, cut: SyntaxNode | null = null): Query {
  switch (node.kind) {
    case "QuerySpecification":
      return readBlock(node, scope, cut);
    case "QueryStatement":
      return readWith(node, scope);
    case "QueryNoWith":
      return readCut(node, scope);
    case "SetOperation":
      return readSetOperation(node, scope, cut);
    case "Subquery":
      return readBracketed(node, scope, cut);
    case "Table":
      return readTable(node, scope, cut);
    case "InlineTable":
      return { kind: "values", rows: valuesRows(node, scope, cut), spans: { values: node } };
    default:
      throw new NotAnalysed(`a query is no ${node.kind}`);
  }
}

function readWith(node: SyntaxNode, scope: QueryScope): Query {
  const [clause, query] = node.children;
  if (!clause || !query || clause.kind !== "With") throw new NotAnalysed("it has inline functions");
  if (hasWord(clause, "RECURSIVE")) throw new NotAnalysed("it is recursive");
  let named: Named = scope.named;
  for (const each of childrenOf(clause, "NamedQuery")) {
    const [name, query] = namedQuery(each, named);
    // One that nobody uses is analysed by Trino all the same.
    if (scope.reading.watcher) readQuery(query.node, scopeOfNamed(query, scope));
    named = new Map([...named, [name, query]]);
  }
  return readQuery(query, { ...scope, named });
}

function namedQuery(node: SyntaxNode, named: Named): [string, NamedQuery] {
  const [name] = node.children;
  const body = node.children.at(-2);
  if (!name || !body) throw new NotAnalysed("a WITH clause is not complete");
  const aliases = childrenOf(node, "ColumnAliases").map(namesIn)[0] ?? null;
  return [nameOf(name), { node: body, aliases, named }];
}

/** What comes after the body: ORDER BY, OFFSET, LIMIT, FETCH. */
function readCut(node: SyntaxNode, scope: QueryScope): Query {
  const [body] = node.children;
  if (!body) throw new NotAnalysed("a query has no body");
  return readQuery(body, scope, node);
}

/** An inner query that cuts its own rows stays one when it is cut again. */
function readBracketed(node: SyntaxNode, scope: QueryScope, cut: SyntaxNode | null): Query {
  const body = node.children[1];
  if (!body) throw new NotAnalysed("brackets are empty");
  const inner = readQuery(body, scope);
  if (!cut) return inner;
  if (inner.kind === "values" || inner.order.length + inner.limits.length > 0)
    throw new NotAnalysed("rows in brackets are cut twice");
  return {
    ...inner,
    ...cutOf(cut, scope, (item) => outputColumn(item, inner, scope)),
    spans: { ...inner.spans, limit: cut },
  };
}

function readSetOperation(node: SyntaxNode, scope: QueryScope, cut: SyntaxNode | null): Query {
  const [left, , , right = node.children[2]] = node.children;
  if (!left || !right) throw new NotAnalysed("a set operation is not complete");
  const keyword = node.children[1]?.text.toUpperCase() ?? "";
  const all = node.children.slice(2, -1).some((child) => isWord(child, "ALL"));
  const operator = all ? `${keyword} ALL` : keyword;
  const branches = [left, node.children.at(-1) ?? right].flatMap((each): Query[] => {
    const query = readQuery(each, scope);
    // Unions of one kind have no order of evaluation.
    const flat =
      query.kind === "set" && query.operator === operator && keyword === "UNION" && query.limits.length === 0;
    return flat ? [...query.branches] : [query];
  });
  const ending = cut
    ? cutOf(cut, scope, (item) => outputColumn(item, branches[0] ?? null, scope))
    : { order: [], limits: [] };
  return { kind: "set", operator, branches, ...ending, spans: { "set-operation": node, ...(cut && { limit: cut }) } };
}

/** What a whole query is ordered by: its columns, by name or place. */
function outputColumn(item: SyntaxNode, query: Query | null, scope: Scope): Expression {
  const named = (node: SyntaxNode): SyntaxNode => {
    if (node.kind !== "literal" || !/^[0-9]+$/.test(node.text)) return node;
    const name = (query && columnsOf(query))?.[Number(node.text) - 1];
    if (!name) throw new NotAnalysed("an ordinal counts columns that are not known");
    return { ...node, kind: "identifier", text: name };
  };
  const [value, ...rest] = item.children;
  const whole = item.kind === "SortItem" && value ? { ...item, children: [named(value), ...rest] } : named(item);
  return readExpression(whole, { ...scope, sources: [], outer: null });
}

/** The end of a query. Without a limit the order of rows is nobody's promise and left out. */
export function cutOf(node: SyntaxNode, { reading }: Scope, read: (item: SyntaxNode) => Expression): Cut {
  const at = (keyword: string) => node.children.findIndex((child) => isWord(child, keyword));
  const starts = ["OFFSET", "LIMIT", "FETCH"].map(at).filter((index) => index > 0);
  const from = starts.length > 0 ? Math.min(...starts) : node.children.length;
  const limits = limitWords(node.children.slice(from)).map(word);
  const isRead = limits.length > 0 || reading.watcher !== null;
  const order = at("ORDER") > 0 && isRead ? node.children.slice(at("ORDER") + 2, from) : [];
  return { order: order.filter((child) => !isWord(child, ",")).map(read), limits };
}

/** FETCH FIRST 3 ROWS ONLY is LIMIT 3, LIMIT ALL is none, and ROWS after OFFSET goes without saying. */
function limitWords(nodes: readonly SyntaxNode[]): string[] {
  const words = nodes.map((node) => node.text.toUpperCase()).filter((text) => !/^ROWS?$/.test(text));
  const limit = words.indexOf("LIMIT");
  if (limit >= 0 && words[limit + 1] === "ALL") return words.slice(0, limit);
  const fetch = words.indexOf("FETCH");
  if (fetch < 0 || words.at(-1) !== "ONLY") return words;
  return [...words.slice(0, fetch), "LIMIT", words.slice(fetch + 2, -1)[0] ?? "1"];
}

function readTable(node: SyntaxNode, scope: QueryScope, cut: SyntaxNode | null): Query {
  const name = node.children.at(-1);
  if (!name || cut) throw new NotAnalysed("TABLE is cut");
  const from = tableRelation(namesIn(name), null, null, [], scope);
  if ("source" in from) scope.reading.watcher?.star(from.source);
  const items = "source" in from ? [{ kind: "star", source: from.source } as const] : [];
  const spans = { from: node };
  return {
    kind: "block",
    distinct: false,
    items,
    from,
    where: [],
    groupBy: null,
    having: [],
    order: [],
    limits: [],
    spans,
  };
}

function valuesRows(node: SyntaxNode, scope: QueryScope, cut: SyntaxNode | null): Expression[] {
  if (cut && cutOf(cut, scope, () => word("")).limits.length > 0) throw new NotAnalysed("VALUES are cut");
  return node.children
    .slice(1)
    .filter((child) => !isWord(child, ","))
    .map((child) => readExpression(child, scope));
}
