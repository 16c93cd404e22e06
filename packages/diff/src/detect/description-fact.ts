import type { Change } from "../change.js";
import { type Facts, fact } from "./facts.js";

/** A description that differs; `subject` is what it describes, as the start of a sentence. */
export function descriptionFact(
  shared: Pick<Change, "path" | "before" | "after" | "covers">,
  subject: string,
  facts: Facts,
): Change {
  return fact("description-changed", facts, { ...shared, subject });
}
