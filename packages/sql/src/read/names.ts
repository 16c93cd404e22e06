import type { SyntaxNode } from "../syntax/syntax-node.js";

/** The name an identifier means: Trino compares names of columns and tables without case, quoted or not. */
export function nameOf(node: SyntaxNode): string {
  return unquoted(node).toLowerCase();
}

/** The text of an identifier without its quotes, its case kept. */
export function unquoted(node: SyntaxNode): string {
  return node.kind === "quoted" ? node.text.slice(1, -1).replaceAll('""', '"') : node.text;
}

/** All identifiers below a node, in their order. */
export function namesIn(node: SyntaxNode): string[] {
  if (isIdentifier(node)) return [nameOf(node)];
  return node.children.flatMap(namesIn);
}

export function isIdentifier(node: SyntaxNode): boolean {
  return node.kind === "identifier" || node.kind === "quoted";
}
