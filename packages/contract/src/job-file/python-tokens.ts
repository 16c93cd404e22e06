/** A piece of Python; of a text `value` is what it says, `null` where that takes running it. `line` is from 1. */
export interface PythonToken {
  readonly kind: "name" | "text" | "sign";
  readonly value: string | null;
  readonly line: number;
}

/** One statement on a line of its own; `isNested` where it stands within a block. */
export interface PythonStatement {
  readonly tokens: readonly PythonToken[];
  readonly isNested: boolean;
}

const space = /(?:[ \t\f\r]|\\\r?\n|#[^\n]*)+/y;
const textStart = /([A-Za-z]{0,2})("""|'''|"|')/y;
const name = /[\p{L}\p{N}_][\p{L}\p{N}_.]*/uy;

/** The statements of a Python module, as far as brackets, texts and line ends tell them apart. Nothing is run. */
export function pythonStatements(source: string): PythonStatement[] {
  const statements: PythonStatement[] = [];
  let tokens: PythonToken[] = [];
  let isNested = false;
  let [depth, line, at] = [0, 1, 0];
  const close = () => {
    if (tokens.length > 0) statements.push({ tokens, isNested });
    tokens = [];
  };
  while (at < source.length) {
    if (depth <= 0 && tokens.length === 0 && (at === 0 || source[at - 1] === "\n"))
      isNested = /[ \t]/.test(source[at] ?? "");
    const { length, token } = next(source, at, line);
    const piece = source.slice(at, at + length);
    if (token?.kind === "sign") depth += "([{".includes(piece) ? 1 : ")]}".includes(piece) ? -1 : 0;
    const ends = depth <= 0 && (piece === "\n" || piece === ";");
    if (ends) close();
    else if (token) tokens.push(token);
    at += length;
    line += piece.split("\n").length - 1;
  }
  close();
  return statements;
}

/** What comes next, and how long it is; no token for white space. */
function next(
  source: string,
  at: number,
  line: number,
): { readonly length: number; readonly token: PythonToken | null } {
  const blank = matchAt(space, source, at)?.[0] ?? (source[at] === "\n" ? "\n" : null);
  if (blank !== null) return { length: blank.length, token: null };
  const start = matchAt(textStart, source, at);
  if (start) return readText(source, at, start, line);
  const word = matchAt(name, source, at)?.[0];
  if (word !== undefined) return { length: word.length, token: { kind: "name", value: word, line } };
  return { length: 1, token: { kind: "sign", value: source[at] ?? "", line } };
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

/** A text literal; what it says is known where it has no prefix and no escapes. One that is not closed takes all the rest. */
function readText(source: string, at: number, [opening, prefix = "", quote = ""]: RegExpExecArray, line: number) {
  const from = at + opening.length;
  for (let end = from; end < source.length; end++) {
    if (source[end] === "\\") end++;
    else if (source.startsWith(quote, end)) {
      const inside = source.slice(from, end);
      const value = prefix !== "" || inside.includes("\\") ? null : inside;
      return { length: end + quote.length - at, token: { kind: "text", value, line } } as const;
    } else if (source[end] === "\n" && quote.length === 1) break;
  }
  return { length: source.length - at, token: { kind: "sign", value: "unclosed text", line } } as const;
}
