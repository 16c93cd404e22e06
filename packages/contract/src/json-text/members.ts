import { CLOSE_BRACE, CLOSE_BRACKET, COMMA, OPEN_BRACE, OPEN_BRACKET } from "./json-bytes.js";
import type { JsonCursor } from "./json-cursor.js";

/** Walks an object's members: `onMember` must step over the value of the key it is given. A doubled key is an error. */
export function walkMembers(cursor: JsonCursor, onMember: (key: string) => void): void {
  cursor.expect(OPEN_BRACE, "an object");
  if (cursor.accept(CLOSE_BRACE)) return;
  const seen: string[] = [];
  do {
    cursor.peek();
    const { offset, line } = cursor;
    const key = cursor.readKey();
    if (seen.includes(key)) {
      throw cursor.moveTo(offset, line).problem(`the key ${JSON.stringify(key)} stands twice in one object`);
    }
    // Hostile objects may have a million keys; a handful are known, and zod refuses the others later.
    if (seen.length < 32) seen.push(key);
    onMember(key);
  } while (cursor.accept(COMMA));
  cursor.expect(CLOSE_BRACE, '"," or "}"');
}

/** Walks an array's elements: `onElement` must step over each. */
export function walkElements(cursor: JsonCursor, onElement: () => void): void {
  cursor.expect(OPEN_BRACKET, "an array");
  if (cursor.accept(CLOSE_BRACKET)) return;
  do {
    onElement();
  } while (cursor.accept(COMMA));
  cursor.expect(CLOSE_BRACKET, '"," or "]"');
}
