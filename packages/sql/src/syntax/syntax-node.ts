import { NotAnalysed } from "../not-analysed.js";
import { type ParseTree, TrinoSqlLexer } from "../trino-grammar.mjs";

/** Deeper trees are not analysed: whatever walks them calls itself for each level. */
const MAX_DEPTH = 400;

/** Where a part stands in the text: UTF-16 offsets, the end excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * A part of a statement. `kind` is the grammar's rule (`QuerySpecification`), or `keyword`, `sign`, `identifier`, `quoted` or
 * `literal` for leaves, which have a `text` and no children. Rules that only pass one child on are left out.
 */
export interface SyntaxNode extends Span {
  readonly kind: string;
  readonly text: string;
  readonly children: readonly SyntaxNode[];
}

/** Rules that mean something also when they have one child. */
const kept = new Set([
  "ColumnReference",
  "ColumnRef",
  "TableName",
  "SelectItem",
  "SelectList",
  "SelectAllWithoutTable",
  "GroupBy",
  "GroupingSet",
  "FunctionName",
  "QuerySpecification",
]);

/** A parse tree as syntax nodes; offsets are turned from code points into code units of `text`. */
export function syntaxTree(tree: ParseTree, text: string): SyntaxNode {
  const offset = offsets(text);
  const convert = (node: ParseTree, depth: number): SyntaxNode => {
    if (depth > MAX_DEPTH) throw new NotAnalysed(`its expressions are nested deeper than ${MAX_DEPTH}`);
    if (node.symbol) return leaf(node.symbol, offset);
    const kind = node.constructor.name.replace(/Context$/, "");
    const children = node.children ?? [];
    const [only] = children;
    if (only && children.length === 1) {
      if (kind === "UnquotedIdentifier") return { ...convert(only, depth), kind: "identifier" };
      if (kind === "QuotedIdentifier") return { ...convert(only, depth), kind: "quoted" };
      if (!kept.has(kind)) return convert(only, depth);
    }
    const span = { start: offset(node.start?.start ?? 0), end: offset((node.stop?.stop ?? -1) + 1) };
    return { kind, text: "", children: children.map((child) => convert(child, depth + 1)), ...span };
  };
  return convert(tree, 0);
}

function leaf(token: NonNullable<ParseTree["symbol"]>, offset: (point: number) => number): SyntaxNode {
  const text = token.text ?? "";
  const name = TrinoSqlLexer.symbolicNames[token.type] ?? "";
  const kind = name.startsWith("KW_") ? "keyword" : /^[\w'"]/.test(text) ? "literal" : "sign";
  return { kind, text, children: [], start: offset(token.start), end: offset(token.stop + 1) };
}

function offsets(text: string): (point: number) => number {
  if (!/[\u{10000}-\u{10FFFF}]/u.test(text)) return (point) => point;
  const units: number[] = [];
  let unit = 0;
  for (const character of text) {
    units.push(unit);
    unit += character.length;
  }
  return (point) => units[point] ?? unit;
}

/** The children of one kind. */
export function childrenOf(node: SyntaxNode, kind: string): SyntaxNode[] {
  return node.children.filter((child) => child.kind === kind);
}

/** Whether a keyword or sign stands right in the node, whatever its case. */
export function hasWord(node: SyntaxNode, word: string): boolean {
  return node.children.some((child) => isWord(child, word));
}

/** Whether the node is that keyword or sign. */
export function isWord(node: SyntaxNode | undefined, word: string): boolean {
  return (node?.kind === "keyword" || node?.kind === "sign") && node.text.toUpperCase() === word;
}
