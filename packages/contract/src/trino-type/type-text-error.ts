import { showPart } from "./show-part.js";

/** Text that is not a Trino type; the message says what was expected and what stands there, `offset` (0-based) says where. */
export class TypeTextError extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.name = "TypeTextError";
    this.offset = offset;
  }
}

/** A type of more levels than `MAX_TYPE_DEPTH`; `offset` is where the first level too many begins. */
export class TypeTooDeep extends TypeTextError {
  constructor(limit: number, offset: number) {
    super(`Types are nested more than ${limit} levels deep at column ${offset + 1}.`, offset);
    this.name = "TypeTooDeep";
  }
}

/** Display text that can be read in more than one way: only the column's `typeSignature` tells which is meant. */
export class AmbiguousTypeText extends TypeTextError {
  constructor(text: string, offset: number) {
    super(
      `The server's print of this type can be read in more than one way from column ${offset + 1}: ` +
        `${showPart(text, offset)}. Read the typeSignature of the column (SELECT * FROM the view LIMIT 0).`,
      offset,
    );
    this.name = "AmbiguousTypeText";
  }
}

/** The error for `text` at `offset`: `Expected a type at column 5, found ")".` */
export function unexpected(text: string, offset: number, expected: string): TypeTextError {
  return new TypeTextError(`Expected ${expected} at column ${offset + 1}, found ${showPart(text, offset)}.`, offset);
}
