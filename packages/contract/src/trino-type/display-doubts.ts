import { isKnownTypeName } from "./type-names.js";

const COMMA = 0x2c;
const OPENING = 0x28;
const SPACE = 0x20;

/**
 * What makes the print of a row less than certain. Servers up to 479 print field names raw, so that a bare name may hold
 * blanks, commas and parentheses; the plain reading stands only if nothing below hints at such a name. A name in double
 * quotes shows a newer server (or PrestoDB), whose prints need no such care.
 */
export class DisplayDoubts {
  /** Offset of the first doubt. */
  at: number | null = null;
  quotesNames = false;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  note(offset: number): void {
    this.at ??= offset;
  }

  /** A type we do not know may be the last word of a name: `row(net cost, gross bigint)`. */
  noteType(name: string, offset: number): void {
    if (!isKnownTypeName(name)) this.note(offset);
  }

  /** Old servers print one blank after a comma and none after a parenthesis: one more belongs to the name. */
  noteFieldStart(offset: number): void {
    const before = this.#text.charCodeAt(offset - 1);
    const isTight = before === OPENING || before === COMMA;
    if (!isTight && !(before === SPACE && this.#text.charCodeAt(offset - 2) === COMMA)) this.note(offset);
  }

  /** Likewise one blank, and nothing else, stands between a name and its type. */
  noteGap(nameEnd: number, typeStart: number): void {
    if (typeStart !== nameEnd + 1 || this.#text.charCodeAt(nameEnd) !== SPACE) this.note(nameEnd);
  }
}
