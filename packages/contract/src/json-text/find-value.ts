import { CLOSE_BRACE, CLOSE_BRACKET, COMMA, OPEN_BRACE, OPEN_BRACKET } from "./json-bytes.js";
import type { JsonCursor } from "./json-cursor.js";

/**
 * Moves a cursor from the start of valid JSON text to the value at `path`, or to the deepest value there is on the way: what is
 * missing is missed by its parent.
 */
export function findValue(cursor: JsonCursor, path: readonly PropertyKey[]): void {
  for (const step of path) {
    cursor.peek();
    const { offset, line } = cursor;
    if (typeof step === "number" ? enterArray(cursor, step) : enterObject(cursor, String(step))) continue;
    cursor.moveTo(offset, line);
    return;
  }
  cursor.peek();
}

/** Moves a cursor from the start of valid JSON text to a key of the object at `path`. */
export function findKey(cursor: JsonCursor, path: readonly PropertyKey[], key: string): void {
  findValue(cursor, path);
  enterObject(cursor, key, true);
}

function enterArray(cursor: JsonCursor, index: number): boolean {
  if (!cursor.accept(OPEN_BRACKET) || cursor.accept(CLOSE_BRACKET)) return false;
  for (let at = 0; at < index; at++) {
    cursor.skipValue();
    if (!cursor.accept(COMMA)) return false;
  }
  return true;
}

function enterObject(cursor: JsonCursor, key: string, staysAtKey = false): boolean {
  if (!cursor.accept(OPEN_BRACE) || cursor.accept(CLOSE_BRACE)) return false;
  do {
    cursor.peek();
    const { offset, line } = cursor;
    if (cursor.readKey() === key) {
      if (staysAtKey) cursor.moveTo(offset, line);
      return true;
    }
    cursor.skipValue();
  } while (cursor.accept(COMMA));
  return false;
}
