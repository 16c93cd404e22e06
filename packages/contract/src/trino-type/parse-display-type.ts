import { readDisplayText } from "./read-display-text.js";
import type { TrinoType } from "./trino-type.js";
import { typeFromSignature } from "./type-from-signature.js";

/**
 * Reads display text, a server's own print of a type: field names always quoted (480 and later, PrestoDB), never (up to
 * 479), or where needed (client protocol); they never fold. A `signature` (the column's `typeSignature`, asked for with the
 * capability PARAMETRIC_DATETIME) is unambiguous and is read instead of the text. Throws `AmbiguousTypeText` when only
 * that would tell what is meant, and `TypeTextError` for what no server prints.
 */
export function parseDisplayType(text: string, signature?: unknown): TrinoType {
  return signature === undefined ? readDisplayText(text) : typeFromSignature(signature);
}
