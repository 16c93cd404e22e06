import { hash } from "node:crypto";

/** What is hashed is put together here; texts of a few kilobytes come by the ten thousand. */
let scratch = Buffer.allocUnsafe(1 << 16);

/** What a view's JSON text is known by: git's blob id of it (docs/decisions/0001-content-ids.md), 40 hex digits. */
export function contentId(text: Uint8Array): string {
  const header = `blob ${text.length}\0`;
  const length = header.length + text.length;
  if (length > scratch.length) scratch = Buffer.allocUnsafe(2 * length);
  scratch.write(header, "latin1");
  scratch.set(text, header.length);
  // One call on one buffer: for short texts a hash object costs more than the copy.
  return hash("sha1", scratch.subarray(0, length));
}
