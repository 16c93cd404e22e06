import { hasDoubledKey } from "./doubled-keys.js";
import { OPEN_BRACE, OPEN_BRACKET } from "./json-bytes.js";
import { JsonCursor, MAX_DEPTH } from "./json-cursor.js";
import { walkElements, walkMembers } from "./members.js";

/**
 * JSON.parse of the bytes from `start` to `end`, whose errors say the line and column; `line` is the line `start` is on. A key
 * that stands twice in one object is an error too.
 */
export function parseJson(bytes: Buffer, start: number, end: number, line: number): unknown {
  // JSON.parse needs some hundred bytes for each level: a megabyte of brackets it bears, a file full of them it does not.
  if (end - start > 1 << 20) new JsonCursor(bytes.subarray(0, end), start, line).skipValue();
  let value: unknown;
  let reason = "a key stands twice in one object";
  try {
    value = JSON.parse(bytes.toString("utf8", start, end));
    if (!hasDoubledKey(bytes, start, end, value)) return value;
  } catch (error) {
    reason = `not JSON: ${(error as Error).message}`;
  }
  // V8 seldom says where, so the text is walked again, strictly, to find the place.
  const cursor = new JsonCursor(bytes.subarray(0, end), start, line);
  walkValue(cursor, 0);
  throw cursor.error(reason);
}

function walkValue(cursor: JsonCursor, depth: number): void {
  const first = cursor.peek();
  const isNested = first === OPEN_BRACE || first === OPEN_BRACKET;
  if (isNested && depth === MAX_DEPTH) throw cursor.error(`nested deeper than ${MAX_DEPTH} levels`);
  if (first === OPEN_BRACE) walkMembers(cursor, () => walkValue(cursor, depth + 1));
  else if (first === OPEN_BRACKET) walkElements(cursor, () => walkValue(cursor, depth + 1));
  else cursor.readLiteral();
}
