import { stringify } from "yaml";
import { type Waiver, waiverSchema } from "./waiver-schema.js";

/** The text of a waiver file: always the same keys in the same order, texts that look like something else quoted. */
export function printWaiver(waiver: Waiver): string {
  // Parsing puts the keys into the order of the format.
  return stringify(waiverSchema.parse(waiver), { lineWidth: 0, aliasDuplicateObjects: false });
}
