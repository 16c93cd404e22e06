import type { Column } from "../contract.js";

const QUOTE = 0x22;
/** How a printed column starts, up to its name. */
const opening = Buffer.from('{ "name": "');

/** A column that both sides have, byte for byte: only its name takes part in a comparison, so the rest is read if asked for. */
export class PrintedColumn implements Column {
  readonly name: string;
  readonly #bytes: Buffer;
  readonly #start: number;
  readonly #end: number;
  #read: Column | null = null;

  constructor(name: string, bytes: Buffer, start: number, end: number) {
    this.name = name;
    this.#bytes = bytes;
    this.#start = start;
    this.#end = end;
  }

  get type(): string {
    return this.#column().type;
  }

  get nullable(): boolean | null {
    return this.#column().nullable;
  }

  get comment(): string | null {
    return this.#column().comment;
  }

  #column(): Column {
    this.#read ??= JSON.parse(this.#bytes.toString("utf8", this.#start, this.#end)) as Column;
    return this.#read;
  }
}

/** The name of a column that is printed between two offsets; `null` unless it is plain: lower-case letters, digits, `_`. */
export function printedName(bytes: Buffer, start: number, end: number): string | null {
  const from = start + opening.length;
  if (from > end || opening.compare(bytes, start, from) !== 0) return null;
  let at = from;
  for (let byte = bytes[at] ?? 0; isPlain(byte); byte = bytes[++at] ?? 0);
  return at > from && at < end && bytes[at] === QUOTE ? bytes.toString("latin1", from, at) : null;
}

function isPlain(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || byte === 0x5f || (byte >= 0x30 && byte <= 0x39);
}
