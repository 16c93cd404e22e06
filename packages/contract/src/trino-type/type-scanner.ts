import { readInteger } from "./read-integer.js";
import { unexpected } from "./type-text-error.js";

export type Token = "word" | "quoted" | "number" | "(" | ")" | "," | "<" | ">" | "[" | "]" | "end";

const PUNCTUATION = new Map<number, Token>(
  (["(", ")", ",", "<", ">", "[", "]"] as const).map((token) => [token.charCodeAt(0), token]),
);
const QUOTE = 0x22;
const DASH = 0x2d;
const SLASH = 0x2f;
const STAR = 0x2a;
const BACKQUOTE = 0x60;

/** The token at hand of a type's text, in one pass over its characters; `rewind` looks ahead and comes back. */
export class TypeScanner {
  readonly text: string;
  /** What is at hand; `start` and `end` are its bounds in `text`. */
  token: Token = "end";
  start = 0;
  end = 0;
  readonly #skipsComments: boolean;

  /** `skipsComments`: SQL comments are blank in type text, but part of a bare name in display text. */
  constructor(text: string, skipsComments: boolean) {
    this.text = text;
    this.#skipsComments = skipsComments;
    this.advance();
  }

  /** The word at hand in lower case; the empty string when something else is at hand, so keywords never match quotes. */
  get word(): string {
    return this.token === "word" ? this.text.slice(this.start, this.end).toLowerCase() : "";
  }

  /** The word at hand as written, or what the quotes at hand enclose. */
  get name(): string {
    if (this.token !== "quoted") return this.text.slice(this.start, this.end);
    return this.text.slice(this.start + 1, this.end - 1).replaceAll('""', '"');
  }

  isAt(token: Token): boolean {
    return this.token === token;
  }

  /** Whether the bare word `word` (in lower case) is at hand. */
  isWord(word: string): boolean {
    return this.word === word;
  }

  /** The whole number at hand. */
  get number(): number {
    if (this.token !== "number") this.fail("a number");
    return readInteger(this.text, this.start, this.end);
  }

  advance(): void {
    const start = this.#skipBlank(this.end);
    const code = this.text.charCodeAt(start);
    this.start = start;
    if (isLetter(code)) {
      this.token = "word";
      this.end = this.#endOfWord(start + 1);
    } else if (code >= 0x30 && code <= 0x39) {
      this.token = "number";
      this.end = this.#endOfWord(start + 1);
    } else if (code === QUOTE) {
      this.token = "quoted";
      this.end = this.#endOfQuotes(start);
    } else {
      this.token = start === this.text.length ? "end" : this.#punctuation(code);
      this.end = start === this.text.length ? start : start + 1;
    }
  }

  /** Steps over `token` if it is at hand. */
  takes(token: Token): boolean {
    if (this.token !== token) return false;
    this.advance();
    return true;
  }

  expect(token: Token): void {
    if (!this.takes(token)) this.fail(`"${token}"`);
  }

  /** Takes the token that starts at `offset` to hand again. */
  rewind(offset: number): void {
    this.end = offset;
    this.advance();
  }

  /** The first character code after the token at hand and the blanks behind it. */
  get codeBehind(): number {
    return this.text.charCodeAt(this.#skipBlank(this.end));
  }

  fail(expected: string, offset = this.start): never {
    throw unexpected(this.text, offset, expected);
  }

  #punctuation(code: number): Token {
    const token = PUNCTUATION.get(code);
    if (token !== undefined) return token;
    return this.fail(code === BACKQUOTE ? "a name in double quotes" : "a type (odd names must be in double quotes)");
  }

  #endOfWord(from: number): number {
    let at = from;
    while (isWordPart(this.text.charCodeAt(at))) at++;
    return at;
  }

  #endOfQuotes(start: number): number {
    let at = start + 1;
    for (;;) {
      at = this.text.indexOf('"', at);
      if (at === -1) return this.fail("a closing double quote for the name that starts here", start);
      if (this.text.charCodeAt(at + 1) !== QUOTE) return at + 1;
      at += 2;
    }
  }

  #skipBlank(from: number): number {
    let at = from;
    for (;;) {
      const code = this.text.charCodeAt(at);
      if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) at++;
      else if (this.#skipsComments && (code === DASH || code === SLASH)) {
        const behind = this.#endOfComment(at, code);
        if (behind === at) return at;
        at = behind;
      } else return at;
    }
  }

  #endOfComment(at: number, code: number): number {
    const next = this.text.charCodeAt(at + 1);
    if (code === DASH && next === DASH) {
      const newline = this.text.indexOf("\n", at);
      return newline === -1 ? this.text.length : newline;
    }
    if (code !== SLASH || next !== STAR) return at;
    const close = this.text.indexOf("*/", at + 2);
    return close === -1 ? this.fail("the end of the comment that starts here", at) : close + 2;
  }
}

/** Whether the character may start a bare word; Trino's grammar knows ASCII letters only. */
export function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f;
}

function isWordPart(code: number): boolean {
  return isLetter(code) || (code >= 0x30 && code <= 0x39);
}
