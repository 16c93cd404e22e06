import { createHash } from "node:crypto";
import type { SideEntry } from "./side.js";

/** SHA-256, in hex, over a side's sorted lines `<label>\0<content id>\n`: the same views have the same digest, wherever they stand. */
export function sideDigest(entries: ReadonlyMap<string, SideEntry>): string {
  const parts: string[] = [];
  // Nothing sorts below the zero byte, so sorting the labels is sorting the lines.
  for (const label of [...entries.keys()].sort()) parts.push(label, "\0", entries.get(label)?.contentId ?? "", "\n");
  return createHash("sha256").update(parts.join("")).digest("hex");
}
