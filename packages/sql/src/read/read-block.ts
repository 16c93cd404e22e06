import type { Expression } from "../model/expression.js";
import { isAggregate } from "../model/features.js";
import type { Block, Item, Relation } from "../model/query.js";
import { NotAnalysed } from "../not-analysed.js";
import { simplify } from "../simplify/simplify.js";
import { childrenOf, hasWord, isWord, type Span, type SyntaxNode } from "../syntax/syntax-node.js";
import { isIdentifier, nameOf, namesIn } from "./names.js";
import { readConjuncts, readExpression } from "./read-expression.js";
import { cutOf } from "./read-query.js";
import { openRelation } from "./read-relation.js";
import { type Scope, sourceNamed } from "./scope.js";

/** Reads SELECT … with the ORDER BY and LIMIT that stand after it (`cut`), in its simplest form. */
export function readBlock(node: SyntaxNode, around: Scope, cut: SyntaxNode | null): Block {
  around.reading.count();
  const from = node.children.findIndex((child) => isWord(child, "FROM"));
  const open = from < 0 ? [] : relationsAfter(node, from).map((child) => openRelation(child, around));
  const windows = childrenOf(node, "WindowDefinition").map((each) => [nameOf(each.children[0] ?? each), each] as const);
  const scope: Scope = { ...around, sources: open.flatMap((each) => each.sources), windows: new Map(windows) };
  const relations = open.map((each) => each.finish(scope));
  const items = childrenOf(node, "SelectList")
    .flatMap((list) => childrenOf(list, "SelectItem"))
    .flatMap((item) => readItem(item, scope));
  const distinct = node.children.some((child) => isWord(child, "DISTINCT"));
  const condition = (kind: string) =>
    childrenOf(node, kind).flatMap((clause) => (clause.children[1] ? readConjuncts(clause.children[1], scope) : []));
  const [where, having] = [condition("WhereClause"), condition("HavingClause")];
  const groups = childrenOf(node, "GroupBy");
  const ending = cut ? cutOf(cut, scope, (item) => sortItem(item, items, scope)) : { order: [], limits: [] };
  const aggregated = having.length > 0 || items.some((item) => item.kind === "column" && isAggregate(item.value));
  const groupBy = groups[0] ? readGroups(groups[0], items, scope) : aggregated ? [] : null;
  return simplify({
    kind: "block",
    distinct,
    items,
    from: crossJoined(relations),
    where,
    groupBy,
    having,
    ...ending,
    spans: spansOf(node, from, cut),
  });
}

/** `FROM t, u` is `FROM t CROSS JOIN u`. */
function crossJoined(relations: readonly Relation[]): Relation | null {
  return relations.reduce<Relation | null>(
    (left, right) => (left ? { kind: "join", type: "CROSS", left, right, on: [], using: [] } : right),
    null,
  );
}

function relationsAfter(node: SyntaxNode, from: number): SyntaxNode[] {
  const rest = node.children.slice(from + 1);
  const end = rest.findIndex(
    (child) => /^(WhereClause|GroupBy|HavingClause|WindowDefinition)$/.test(child.kind) || child.kind === "keyword",
  );
  return (end < 0 ? rest : rest.slice(0, end)).filter((child) => !isWord(child, ","));
}

function readItem(node: SyntaxNode, scope: Scope): Item[] {
  const [value, ...rest] = node.children;
  if (!value) throw new NotAnalysed("a column is missing");
  if (value.kind === "SelectAllWithoutTable") {
    return scope.sources.flatMap((source) => starItems(source, scope));
  }
  if (value.kind === "TableAllColumns") {
    const source = sourceNamed(namesIn(value), scope);
    if (!source || rest.length > 0) throw new NotAnalysed("it takes all fields of a row");
    return starItems(source, scope);
  }
  const alias = rest.find(isIdentifier);
  const expression = readExpression(value, scope);
  const path =
    value.kind === "ColumnRef" || value.kind === "ColumnReference" || value.kind === "Dereference"
      ? namesIn(value).at(-1)
      : null;
  return [{ kind: "column", name: alias ? nameOf(alias) : (path ?? null), value: expression }];
}

function starItems(source: Scope["sources"][number], { reading }: Scope): Item[] {
  reading.watcher?.star(source);
  if (!source.columns) return [{ kind: "star", source }];
  return source.columns.map((name) => ({ kind: "column", name, value: { kind: "column", source, name } }));
}

/** An ordinal or, in ORDER BY, a name of the output is the value it stands for. */
function ordinal(node: SyntaxNode, items: readonly Item[]): Expression | null {
  if (node.kind !== "literal" || !/^[0-9]+$/.test(node.text)) return null;
  const at = Number(node.text) - 1;
  if (items.slice(0, at + 1).some((item) => item.kind === "star"))
    throw new NotAnalysed("an ordinal counts columns that are not known");
  const item = items[at];
  return item?.kind === "column" ? item.value : null;
}

function sortItem(node: SyntaxNode, items: readonly Item[], scope: Scope): Expression {
  if (node.kind === "SortItem") {
    const [value, ...rest] = node.children;
    const sorted = value ? sortItem(value, items, scope) : null;
    const plain = readExpression({ ...node, children: rest.length > 0 ? [...rest] : node.children }, scope);
    return sorted
      ? {
          kind: "words",
          operator: false,
          call: null,
          parts: plain.kind === "words" && plain.parts.length === 0 ? [sorted] : [sorted, plain],
        }
      : plain;
  }
  const name = node.kind === "ColumnRef" || node.kind === "ColumnReference" ? namesIn(node) : [];
  const named = items.filter((item) => item.kind === "column" && name.length === 1 && item.name === name[0]);
  const [first] = named;
  if (named.length === 1 && first?.kind === "column") return first.value;
  return ordinal(node, items) ?? readExpression(node, scope);
}

function readGroups(node: SyntaxNode, items: readonly Item[], scope: Scope): Expression[] {
  const keys = node.children.filter(
    (child) => !isWord(child, ",") && !isWord(child, "DISTINCT") && !isWord(child, "ALL"),
  );
  if (hasWord(node, "DISTINCT")) throw new NotAnalysed("it uses GROUP BY DISTINCT");
  return keys.flatMap((key) => readGroup(key, items, scope));
}

/** `(a, b)` alone groups by a and b. */
function readGroup(node: SyntaxNode, items: readonly Item[], scope: Scope): Expression[] {
  const whole = node.kind === "GroupingSet" && isWord(node.children[0], "(");
  if (whole)
    return node.children
      .slice(1, -1)
      .filter((child) => !isWord(child, ","))
      .flatMap((child) => readGroup(child, items, scope));
  const [only] = node.children;
  if (node.kind === "GroupingSet" && only) return readGroup(only, items, scope);
  const value = ordinal(node, items) ?? readExpression(node, scope);
  return [value];
}

function spansOf(node: SyntaxNode, from: number, cut: SyntaxNode | null): Readonly<Record<string, Span>> {
  const spans: Record<string, Span> = { select: childrenOf(node, "SelectList")[0] ?? node };
  const relations = from < 0 ? [] : relationsAfter(node, from);
  const [first, last] = [relations[0], relations.at(-1)];
  if (first && last) spans.from = { start: first.start, end: last.end };
  for (const [kind, name] of [
    ["WhereClause", "where"],
    ["GroupBy", "group-by"],
    ["HavingClause", "having"],
  ] as const) {
    const clause = childrenOf(node, kind)[0];
    if (clause) spans[name] = clause;
  }
  return cut ? { ...spans, limit: cut } : spans;
}
