import type { Column } from "../contract.js";
import { printColumn } from "./print-snapshot.js";
import { lineText } from "./printed-lines.js";

/** How a printed column starts, up to its name. */
const opening = '{ "name": "';

/** The characters of a printed column that are always there. */
const bare = printColumn({ name: "", type: "", nullable: null, comment: null }).length - 2 * "null".length;

/** A column that both sides have, byte for byte: only its name takes part in a comparison, so the rest is read if asked for. */
export class PrintedColumn implements Column {
  readonly name: string;
  readonly #line: string;

  constructor(name: string, line: string) {
    this.name = name;
    this.#line = line;
  }

  get type(): string {
    return this.#read().type;
  }

  get nullable(): boolean | null {
    return this.#read().nullable;
  }

  get comment(): string | null {
    return this.#read().comment;
  }

  #read(): Column {
    return JSON.parse(lineText(this.#line)) as Column;
  }
}

/**
 * Whether a line holds this column and nothing else: JSON.parse reads a key that stands twice as if only the last were there.
 * Without escapes the length tells. A second member takes nine characters or more (`"type":1,`), and after the opening of the line a printed
 * column has seven blanks that could be left out for it.
 */
export function isPrintedAs(text: string, indent: number, column: Column): boolean {
  if (text.includes("\\")) return text === " ".repeat(indent) + printColumn(column);
  const { name, type, nullable, comment } = column;
  const values = name.length + type.length + String(nullable).length + (comment === null ? 4 : comment.length + 2);
  return text.startsWith(opening, indent) && text.length === indent + bare + values;
}

/**
 * The name of the column that is printed on a line; `null` unless it is plain (lower-case letters, digits and `_`) and the
 * line can hold no second column: that would need a second name, or one that is spelt with escapes.
 */
export function printedName(line: string, indent: number): string | null {
  const start = indent + opening.length;
  if (!line.startsWith(opening, indent)) return null;
  const end = line.indexOf('"', start);
  const name = line.slice(start, end);
  if (!/^[a-z0-9_]+$/.test(name) || line.includes('"name"', end) || line.includes("\\u", end)) return null;
  return name;
}
