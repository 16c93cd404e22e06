import { createHash } from "node:crypto";

/** What a view's JSON text is known by: git's blob id of it (docs/decisions/0001-content-ids.md), 40 hex digits. */
export function contentId(text: Uint8Array): string {
  return createHash("sha1").update(`blob ${text.length}\0`).update(text).digest("hex");
}
