import { isReservedWord } from "./reserved-words.js";

const PLAIN = /^[a-z_][a-z0-9_]*$/;

/** `name` as SQL: bare if it is a plain lower-case identifier and not reserved, else in double quotes with `"` doubled. */
export function quoteIdentifier(name: string): string {
  return PLAIN.test(name) && !isReservedWord(name) ? name : inQuotes(name);
}

/** `name` in double quotes, whatever it is. */
export function inQuotes(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
