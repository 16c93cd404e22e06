import { reasonNotAnalysed } from "../not-analysed.js";
import { nameOf, namesIn } from "../read/names.js";
import { parseStatement, scanText } from "../syntax/parse-statement.js";
import { childrenOf, hasWord, type SyntaxNode, syntaxTree } from "../syntax/syntax-node.js";

/**
 * The tables one statement reads, each by the parts of its name as written, in lower case; queries of WITH clauses are
 * seen through, and the table a statement writes to is not read. A sentence part that says why where it cannot be told.
 */
export function tablesRead(text: string): readonly (readonly string[])[] | string {
  try {
    return tablesIn(syntaxTree(parseStatement(scanText(text)), text), new Set());
  } catch (error) {
    return reasonNotAnalysed(error);
  }
}

/** `named` are the queries of WITH clauses that can be meant here. */
function tablesIn(node: SyntaxNode, named: ReadonlySet<string>): (readonly string[])[] {
  const [clause, ...rest] = node.children;
  if (clause?.kind === "With") {
    const { tables, known } = tablesOfWith(clause, named);
    return [...tables, ...rest.flatMap((child) => tablesIn(child, known))];
  }
  const below = () => node.children.flatMap((child) => tablesIn(child, named));
  if (node.kind !== "TableName" && node.kind !== "Table") return below();
  const name = node.kind === "Table" ? node.children.at(-1) : clause;
  const parts = name ? namesIn(name) : [];
  const [only = ""] = parts;
  return parts.length === 1 && named.has(only) ? [] : [parts];
}

function tablesOfWith(clause: SyntaxNode, outer: ReadonlySet<string>) {
  const known = new Set(outer);
  const tables: (readonly string[])[] = [];
  for (const query of childrenOf(clause, "NamedQuery")) {
    const [name] = query.children;
    // Only a recursive query means itself by its own name.
    if (name && hasWord(clause, "RECURSIVE")) known.add(nameOf(name));
    tables.push(...query.children.slice(1).flatMap((child) => tablesIn(child, known)));
    if (name) known.add(nameOf(name));
  }
  return { tables, known };
}
