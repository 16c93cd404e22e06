import type { Query } from "../model/query.js";
import { NotAnalysed } from "../not-analysed.js";
import { parseStatement, type ScannedText } from "../syntax/parse-statement.js";
import { type SyntaxNode, syntaxTree } from "../syntax/syntax-node.js";
import type { Knowledge } from "./knowledge.js";
import { readQuery } from "./read-query.js";
import { Reading } from "./scope.js";

/** A definition as a tree, to be read as often as more is known. */
export function parseDefinition(text: string, scanned: ScannedText): (knowledge: Knowledge) => Query {
  const root = syntaxTree(parseStatement(scanned), text);
  const query = root.kind === "SingleStatement" ? root.children[0] : root;
  if (!query) throw new NotAnalysed("it is empty");
  return (knowledge) => readDefinition(query, knowledge);
}

function readDefinition(node: SyntaxNode, knowledge: Knowledge): Query {
  const none = new Map<never, never>();
  const scope = {
    reading: new Reading(knowledge),
    named: none,
    sources: [],
    parameters: none,
    windows: none,
    outer: null,
  };
  return readQuery(node, scope);
}
