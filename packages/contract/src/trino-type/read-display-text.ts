import { DisplayDoubts } from "./display-doubts.js";
import { findOnlyReading } from "./only-reading.js";
import type { TrinoType } from "./trino-type.js";
import { TypeReader } from "./type-reader.js";
import { AmbiguousTypeText, TypeTextError, TypeTooDeep } from "./type-text-error.js";

/**
 * Reads what a server prints for a type. Throws `AmbiguousTypeText` when it can mean more than one type, `TypeTextError` for
 * what no server prints.
 */
export function readDisplayText(text: string): TrinoType {
  const plain = readPlainly(text);
  if (!(plain instanceof TypeTextError)) return plain;
  const reading = findOnlyReading(text);
  if (reading === "none") throw plain;
  if (reading === "several") throw new AmbiguousTypeText(text, plain.offset);
  return reading;
}

/** The reading in which bare names are plain identifiers, or why it is not certain or not possible. */
function readPlainly(text: string): TrinoType | TypeTextError {
  const doubts = new DisplayDoubts(text);
  try {
    const type = new TypeReader(text, doubts).readWhole();
    return doubts.at === null || doubts.quotesNames ? type : new AmbiguousTypeText(text, doubts.at);
  } catch (error) {
    if (!(error instanceof TypeTextError) || error instanceof TypeTooDeep) throw error;
    return error;
  }
}
