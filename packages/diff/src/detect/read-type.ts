import { parseType, type TrinoType } from "@schema-gate/contract";

/** Catalogues repeat a few hundred types; long ones are rare and not worth keeping. */
const known = new Map<string, TrinoType>();
const MOST_KNOWN = 2000;
const LONGEST_KNOWN = 500;

/** `parseType`, which remembers the types it has seen. */
export function readType(text: string): TrinoType {
  const seen = known.get(text);
  if (seen) return seen;
  const type = parseType(text);
  if (text.length <= LONGEST_KNOWN) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(text, type);
  }
  return type;
}
