import {
  BACKSLASH,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  LINE_FEED,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  SPACE,
} from "./json-bytes.js";
import { JsonTextError } from "./json-text-error.js";

/** Snapshot files nest four levels; a hostile file of a million brackets must not reach JSON.parse, whose memory it would eat. */
export const MAX_DEPTH = 64;

/** Longer than any text we know, and short enough to be held as one. */
const MAX_TEXT = 64 * 1024 * 1024;

/** Walks JSON bytes without building values: where things stand, and on which line, at a fraction of the cost of parsing. */
export class JsonCursor {
  readonly bytes: Buffer;
  offset: number;
  line: number;

  constructor(bytes: Buffer, offset = 0, line = 1) {
    this.bytes = bytes;
    this.offset = offset;
    this.line = line;
  }

  /** The next byte that is not white space, or -1 at the end. */
  peek(): number {
    const { bytes } = this;
    let at = this.offset;
    let byte = bytes[at];
    while (byte === SPACE || byte === LINE_FEED || byte === 0x0d || byte === 0x09) {
      if (byte === LINE_FEED) this.line++;
      byte = bytes[++at];
    }
    this.offset = at;
    return byte === undefined ? -1 : byte;
  }

  /** Steps over `byte` if it comes next, and says whether it did. */
  accept(byte: number): boolean {
    if (this.peek() !== byte) return false;
    this.offset++;
    return true;
  }

  expect(byte: number, what: string): void {
    if (!this.accept(byte)) throw this.error(`expected ${what}`);
  }

  /** Steps over a string, quotes included. */
  skipString(): void {
    this.expect(QUOTE, "a string");
    const { bytes } = this;
    let at = this.offset;
    for (;;) {
      const byte = bytes[at];
      if (byte === QUOTE) break;
      if (byte === undefined) throw this.error("a string is not closed");
      at += byte === BACKSLASH ? 2 : 1;
    }
    this.offset = at + 1;
  }

  /** Reads a string whole, escapes resolved. */
  readString(): string {
    this.peek();
    const start = this.offset;
    this.skipString();
    return this.literal(start) as string;
  }

  /** Reads a number, `true`, `false`, `null` or a string. */
  readLiteral(): unknown {
    this.peek();
    const start = this.offset;
    if (this.bytes[start] === QUOTE) this.skipString();
    else this.skipLiteral();
    return this.literal(start);
  }

  /** Steps over any value; brackets must pair, what stands between them is left to JSON.parse. */
  skipValue(): void {
    const first = this.peek();
    if (first === QUOTE) this.skipString();
    else if (first === OPEN_BRACE || first === OPEN_BRACKET) this.skipNested();
    else this.skipLiteral();
  }

  /** Reads the key of an object's member and steps over its colon. */
  readKey(): string {
    this.peek();
    const start = this.offset;
    this.skipString();
    this.requireHoldable(start);
    // Nearly every key is plain ASCII: reading it as Latin-1 costs a tenth of parsing it.
    const plain = this.bytes.toString("latin1", start + 1, this.offset - 1);
    const key = isPlain(plain) ? plain : (this.literal(start) as string);
    this.expect(COLON, '":"');
    return key;
  }

  /** Something else stands here than what was expected. */
  error(reason: string): JsonTextError {
    const byte = this.bytes[this.offset];
    const found = byte === undefined ? "the end of the file" : JSON.stringify(String.fromCharCode(byte));
    return this.problem(`${reason}, found ${found}`);
  }

  /** Something is wrong with what stands here. */
  problem(reason: string): JsonTextError {
    return new JsonTextError(reason, this.line, this.column());
  }

  private column(): number {
    let start = this.offset;
    while (start > 0 && this.bytes[start - 1] !== LINE_FEED) start--;
    return this.offset - start + 1;
  }

  /**
   * Steps over an object or array; with `elementLines`, notes the first and last line of each object directly inside it.
   * One flat loop over local variables: most of the time spent on a big file is spent here.
   */
  skipNested(elementLines?: number[]): void {
    const { bytes } = this;
    let { offset: at, line } = this;
    let depth = 0;
    do {
      const byte = bytes[at++] ?? -1;
      if ((byte > QUOTE && byte < OPEN_BRACKET) || byte === SPACE || (byte > OPEN_BRACKET + 2 && byte < OPEN_BRACE))
        continue;
      if (byte === QUOTE) {
        let inside = bytes[at];
        while (inside !== QUOTE && inside !== undefined) {
          at += inside === BACKSLASH ? 2 : 1;
          inside = bytes[at];
        }
        at++;
      } else if (byte === LINE_FEED) line++;
      else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
        depth++;
        if (depth === 2 && elementLines && byte === OPEN_BRACE) elementLines.push(line);
        if (depth > MAX_DEPTH) throw this.moveTo(at - 1, line).error(`nested deeper than ${MAX_DEPTH} levels`);
      } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
        if (depth === 2 && elementLines && byte === CLOSE_BRACE) elementLines.push(line);
        depth--;
      } else if (byte === -1) throw this.moveTo(bytes.length, line).error("a bracket or string is not closed");
    } while (depth > 0);
    this.moveTo(at, line);
  }

  /** Goes on from another place. */
  moveTo(offset: number, line: number): this {
    this.offset = offset;
    this.line = line;
    return this;
  }

  private literal(start: number): unknown {
    this.requireHoldable(start);
    const text = this.bytes.toString("utf8", start, this.offset);
    try {
      return JSON.parse(text);
    } catch {
      throw this.moveTo(start, this.line).error(`${JSON.stringify(text.slice(0, 40))} is not a JSON value`);
    }
  }

  private requireHoldable(start: number): void {
    if (this.offset - start > MAX_TEXT)
      throw this.moveTo(start, this.line).problem(`a text is longer than ${MAX_TEXT} bytes`);
  }

  private skipLiteral(): void {
    const start = this.offset;
    for (let byte = this.bytes[this.offset]; byte !== undefined && isLiteralByte(byte); ) {
      byte = this.bytes[++this.offset];
    }
    if (this.offset === start) throw this.error("expected a value");
  }
}

function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH || code < 0x20 || code > 0x7e) return false;
  }
  return true;
}

function isLiteralByte(byte: number): boolean {
  return (
    (byte >= 0x61 && byte <= 0x7a) ||
    (byte >= 0x30 && byte <= 0x39) ||
    byte === 0x2d ||
    byte === 0x2b ||
    byte === 0x2e ||
    byte === 0x45
  );
}
