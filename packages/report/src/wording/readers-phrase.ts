import { type ReaderCategory, readerPhrases } from "@schema-gate/diff";

/** For whom a finding breaks, in words: `queries that name it, views over this view`. */
export function readersPhrase(breaks: readonly ReaderCategory[]): string {
  return breaks.map((category) => readerPhrases[category]).join(", ");
}
