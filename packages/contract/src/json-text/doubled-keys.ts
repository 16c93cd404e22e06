import { BACKSLASH, COLON, QUOTE } from "./json-bytes.js";

/**
 * Whether a key stands twice in some object of valid JSON text, which JSON.parse reads as if only the last were there: then
 * the text has more members than the `value` made of it. Counting both is cheaper than reading the text a second time.
 */
export function hasDoubledKey(bytes: Buffer, start: number, end: number, value: unknown): boolean {
  return countColons(bytes, start, end) !== countMembers(value);
}

/** Colons outside of strings: in valid JSON there is one for each member. */
function countColons(bytes: Buffer, start: number, end: number): number {
  let colons = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at];
    if (byte === COLON) colons++;
    else if (byte === QUOTE) {
      at++;
      while (at < end && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
    }
  }
  return colons;
}

/** Without recursion: what somebody nested very deep is refused elsewhere, and must not overflow the stack here. */
function countMembers(value: unknown): number {
  let members = 0;
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== "object" || next === null) continue;
    const isArray = Array.isArray(next);
    for (const item of isArray ? next : Object.values(next)) {
      if (!isArray) members++;
      if (typeof item === "object" && item !== null) open.push(item);
    }
  }
  return members;
}
