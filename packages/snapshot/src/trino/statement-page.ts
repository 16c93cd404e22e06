import { isSafeNumber, parse as parseLossless } from "lossless-json";
import * as z from "zod";

const rowsSchema = z.custom<unknown[][]>((value) => Array.isArray(value) && value.every((row) => Array.isArray(row)));

const errorSchema = z.object({
  message: z.string().default("no message"),
  errorName: z.string().default("UNKNOWN"),
  errorType: z.string().default("UNKNOWN"),
  errorLocation: z.object({ lineNumber: z.number(), columnNumber: z.number() }).nullish(),
});

const pageSchema = z.object({
  id: z.string(),
  nextUri: z.string().nullish(),
  columns: z.array(z.object({ name: z.string(), type: z.string(), typeSignature: z.unknown() })).nullish(),
  data: rowsSchema.nullish(),
  error: errorSchema.nullish(),
});

/** One reply of the statement protocol, as far as we read it. */
export type StatementPage = z.infer<typeof pageSchema>;

/** Reads one reply; `null` when it is not one (an error page of a proxy, a truncated body). */
export function parseStatementPage(text: string): StatementPage | null {
  const parsed = pageSchema.safeParse(parseExactly(text));
  return parsed.success ? parsed.data : null;
}

/** JSON whose integers stay exact: what a number cannot hold stays the text it was. `undefined` when it is not JSON. */
function parseExactly(text: string): unknown {
  try {
    // The exact parser is some ten times slower, and fewer than sixteen digits in a row are always safe.
    return /\d{16}/.test(text) ? parseLossless(text, null, numberOrText) : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function numberOrText(digits: string): number | string {
  return /^-?\d+$/.test(digits) && !isSafeNumber(digits) ? digits : Number(digits);
}
