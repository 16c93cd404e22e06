import { hash } from "node:crypto";

/** What a view's JSON text is known by: git's blob id of it (docs/decisions/0001-content-ids.md), 40 hex digits. */
export function contentId(text: Uint8Array): string {
  // One call on one buffer: for texts of a few kilobytes a hash object costs more than the copy.
  return hash("sha1", Buffer.concat([Buffer.from(`blob ${text.length}\0`), text]));
}
