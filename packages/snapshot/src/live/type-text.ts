import {
  parseDisplayType,
  printType,
  TypeSignatureError,
  TypeTextError,
  typeFromSignature,
} from "@schema-gate/contract";
import { BrokenView } from "./broken-view.js";

/**
 * The type text of what a server prints, `null` where the print does not tell it: bare row field names may hold any
 * character, so that two types can print alike.
 */
export function typeTextOfPrint(print: string, quotesFields: boolean): string | null {
  if (!quotesFields && /\brow\(/i.test(print)) return null;
  try {
    return printType(parseDisplayType(print));
  } catch (error) {
    if (error instanceof TypeTextError) return null;
    throw error;
  }
}

/** The type text of a result column's `typeSignature`, exact on every version. Throws a BrokenView for what is none. */
export function typeTextOfSignature(column: string, signature: unknown): string {
  try {
    return printType(typeFromSignature(signature));
  } catch (error) {
    if (!(error instanceof TypeSignatureError || error instanceof TypeTextError)) throw error;
    throw new BrokenView(`The type of its column ${column} is not understood: ${error.message}`);
  }
}
