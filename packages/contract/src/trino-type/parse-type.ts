import { printType } from "./print-type.js";
import type { TrinoType } from "./trino-type.js";
import { TypeReader } from "./type-reader.js";

/**
 * Reads type text, Trino's SQL for a type (design 2.1): unquoted names fold to lower case, aliases and short forms become
 * what they stand for. The names of types always fold, in quotes too, as Trino compares them; a type unknown to us is kept
 * under its folded name. Throws `TypeTextError`.
 */
export function parseType(text: string): TrinoType {
  return new TypeReader(text, null).readWhole();
}

/** The one spelling of the type that `text` (type text) stands for: `INT array` is `array(integer)`. */
export function canonicalType(text: string): string {
  return printType(parseType(text));
}
