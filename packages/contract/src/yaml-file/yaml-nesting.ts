import { CST, Lexer } from "yaml";

/** Levels a file of ours never needs; far below where the parser's recursion would exhaust the stack. */
export const MOST_LEVELS = 32;

/** Columns a line of ours never starts at; every level of block nesting starts its lines further right. */
const FURTHEST_INDENT = 128;

/**
 * Where a YAML text nests too deeply to be parsed, or `null`. Asked before parsing: the parser recurses, and V8 kills the
 * whole process when a regular expression is compiled close to the end of the stack.
 */
export function findDeepNesting(text: string): number | null {
  let offset = 0;
  let lineStart = 0;
  let indent = 0;
  let brackets = 0;
  let compact = 0;
  let afterScalarMark = false;
  for (const token of new Lexer().lex(text)) {
    const kind: CST.TokenType | null = afterScalarMark ? null : CST.tokenType(token);
    afterScalarMark = kind === "scalar";
    if (kind === "space" && offset === lineStart) indent = token.length;
    else if (kind === "flow-map-start" || kind === "flow-seq-start") brackets += 1;
    else if (kind === "flow-map-end" || kind === "flow-seq-end") brackets -= 1;
    else if (kind === "flow-error-end") brackets = 0;
    else if (brackets === 0 && isBlockIndicator(kind)) compact += 1;
    if (brackets > MOST_LEVELS || compact > MOST_LEVELS || (compact > 0 && indent > FURTHEST_INDENT)) return offset;
    // The lexer puts marks between the tokens (a document starts, a scalar follows) that hold no text of the file.
    if (kind !== "doc-mode" && kind !== "scalar" && kind !== "flow-error-end") offset += token.length;
    if (token.endsWith("\n")) {
      lineStart = offset;
      indent = 0;
      compact = 0;
    }
  }
  return null;
}

function isBlockIndicator(kind: CST.TokenType | null): boolean {
  return kind === "seq-item-ind" || kind === "explicit-key-ind" || kind === "map-value-ind";
}
