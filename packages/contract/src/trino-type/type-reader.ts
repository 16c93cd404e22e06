import type { DisplayDoubts } from "./display-doubts.js";
import { isNamedField } from "./field-start.js";
import { isIntervalField } from "./interval-name.js";
import { MAX_TYPE_DEPTH } from "./max-type-depth.js";
import { namedType } from "./named-type.js";
import { readDateTime } from "./read-date-time.js";
import { readInterval } from "./read-interval.js";
import { isAlwaysReserved } from "./reserved-words.js";
import type { RowField, TrinoType } from "./trino-type.js";
import { TypeScanner } from "./type-scanner.js";
import { TypeTooDeep } from "./type-text-error.js";

/**
 * Reads the rule `type` of Trino's grammar (core/trino-grammar/.../SqlBase.g4) by recursive descent. With `doubts` it reads
 * what a server prints instead: names keep their case and may be any word, there are no comments, no `T ARRAY` and no
 * `array<T>`, and whatever another reading could explain is noted in `doubts`.
 */
export class TypeReader {
  readonly #scanner: TypeScanner;
  readonly #doubts: DisplayDoubts | null;
  /** How many types enclose the token at hand. */
  #depth = 0;
  /** How many levels the type just read has. */
  #height = 0;
  #openRows = 0;

  constructor(text: string, doubts: DisplayDoubts | null) {
    this.#scanner = new TypeScanner(text, doubts === null);
    this.#doubts = doubts;
  }

  readWhole(): TrinoType {
    const type = this.#readType();
    if (this.#scanner.token !== "end") this.#scanner.fail("the end of the type");
    return type;
  }

  #readType(): TrinoType {
    let type = this.#readPrimary();
    while (this.#doubts === null && this.#scanner.word === "array") {
      this.#height++;
      this.#limit(this.#depth + this.#height);
      this.#scanner.advance();
      if (this.#scanner.takes("[")) {
        this.#readNumber();
        this.#scanner.expect("]");
      }
      type = { kind: "array", element: type };
    }
    return type;
  }

  #readPrimary(): TrinoType {
    const scanner = this.#scanner;
    const { start } = scanner;
    const name = scanner.token === "quoted" ? scanner.name : scanner.word;
    const isQuoted = scanner.token === "quoted";
    this.#height = 1;
    if (isQuoted && (name === "" || this.#doubts !== null)) scanner.fail("a type");
    if (!isQuoted) this.#refuseNonNames("a type", name);
    scanner.advance();
    if (!isQuoted) {
      if (name === "row" && scanner.token === "(") return this.#readRow();
      if (name === "time" || name === "timestamp") return readDateTime(scanner, name, start, this.#doubts !== null);
      if (name === "interval" && isIntervalField(scanner.word)) return readInterval(scanner);
      if (name === "double" && scanner.word === "precision") return this.#readDoublePrecision(start);
      if (scanner.token === "<" && this.#doubts === null && (name === "array" || name === "map"))
        return this.#readGeneric(name, start, ">");
    }
    return this.#readGeneric(name, start, ")");
  }

  #readRow(): TrinoType {
    const fields: RowField[] = [];
    this.#openRows++;
    this.#readList(")", () => fields.push(this.#readField()));
    this.#openRows--;
    return { kind: "row", fields };
  }

  #readField(): RowField {
    const scanner = this.#scanner;
    const { start, end } = scanner;
    const doubts = this.#doubts;
    if (!isNamedField(scanner, doubts !== null)) {
      const type = this.#readType();
      doubts?.noteAnonymous(start, type);
      return { name: null, type };
    }
    const isQuoted = scanner.token === "quoted";
    if (!isQuoted) this.#refuseNonNames("a name", scanner.word);
    const name = isQuoted || doubts !== null ? scanner.name : scanner.word;
    scanner.advance();
    doubts?.noteName(isQuoted, start, end, scanner.start);
    return { name, type: this.#readType() };
  }

  /** A type named by one word or in quotes, with parameters if `(` (or `<`) follows. */
  #readGeneric(name: string, start: number, close: ")" | ">"): TrinoType {
    const scanner = this.#scanner;
    const parameters: (number | TrinoType)[] = [];
    if (scanner.token === "(" || close === ">")
      this.#readList(close, () => {
        parameters.push(scanner.token === "number" ? this.#readNumber() : this.#readType());
      });
    const type = namedType(name, parameters, (expected) => scanner.fail(expected, start));
    if (this.#openRows > 0 && type.kind === "scalar") this.#doubts?.noteType(type.name, start);
    return type;
  }

  /** No server prints this alias: there, `double precision` hints at a name with a blank. */
  #readDoublePrecision(start: number): TrinoType {
    this.#scanner.advance();
    if (this.#openRows > 0) this.#doubts?.note(start);
    return namedType("double", [], (expected) => this.#scanner.fail(expected, start));
  }

  /** Reads what stands between the bracket at hand and `close`, item by item, and keeps account of the depth. */
  #readList(close: ")" | ">", readItem: () => void): void {
    const scanner = this.#scanner;
    let tallest = 0;
    this.#depth++;
    this.#limit(this.#depth + 1);
    do {
      scanner.advance();
      this.#height = 0;
      readItem();
      tallest = Math.max(tallest, this.#height);
    } while (scanner.token === ",");
    scanner.expect(close);
    this.#depth--;
    this.#height = tallest + 1;
  }

  #readNumber(): number {
    const value = this.#scanner.number;
    this.#scanner.advance();
    return value;
  }

  #refuseNonNames(wanted: string, word: string): void {
    if (word === "") this.#scanner.fail(wanted);
    if (this.#doubts === null && isAlwaysReserved(word))
      this.#scanner.fail(`${wanted} (reserved words must be in double quotes)`);
  }

  #limit(depth: number): void {
    if (depth > MAX_TYPE_DEPTH) throw new TypeTooDeep(MAX_TYPE_DEPTH, this.#scanner.start);
  }
}
