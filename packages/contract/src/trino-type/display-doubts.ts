import type { TrinoType } from "./trino-type.js";
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

  /** Words that make one type may as well be a name and a type: `interval day to second`. */
  noteAnonymous(start: number, type: TrinoType): void {
    if (!this.#isTight(start) || (type.kind === "scalar" && type.name.includes(" "))) this.note(start);
  }

  /** A name at `start` to `end`, its type at `typeStart`: a blank too many belongs to the name. */
  noteName(isQuoted: boolean, start: number, end: number, typeStart: number): void {
    const isTight = this.#isTight(start) && typeStart === end + 1 && this.#text.charCodeAt(end) === SPACE;
    if (!isTight) this.note(start);
    else if (isQuoted) this.quotesNames = true;
  }

  /** Servers print a field right after the parenthesis, and after one blank or none behind a comma. */
  #isTight(start: number): boolean {
    const before = this.#text.charCodeAt(start - 1);
    if (before === SPACE) return this.#text.charCodeAt(start - 2) === COMMA;
    return before === OPENING || before === COMMA;
  }
}
