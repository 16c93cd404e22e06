import { unexpected } from "./type-text-error.js";

/** The forms of INTEGER_VALUE in Trino's grammar; a name that starts with a digit looks alike and must be quoted. */
const INTEGER = /^(?:\d(?:_?\d)*|0[xX](?:_?[\da-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+)$/;

/** The whole number at `text[start..end)`: `10`, `1_000`, `0x10`, `0o17`, `0b11`. */
export function readInteger(text: string, start: number, end: number): number {
  const written = text.slice(start, end);
  if (!INTEGER.test(written)) throw unexpected(text, start, "a number (names that start with a digit must be quoted)");
  const value = Number(written.replaceAll("_", ""));
  if (!Number.isSafeInteger(value)) throw unexpected(text, start, "a number up to 9007199254740991");
  return value;
}
