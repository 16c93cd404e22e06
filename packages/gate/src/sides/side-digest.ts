import { createHash } from "node:crypto";
import type { SideEntry } from "./side.js";

/** SHA-256, in hex, over a side's sorted lines `<label>\0<content id>\n`: the same views have the same digest, wherever they stand. The lines of contracts follow, after an empty one. */
export function sideDigest(
  entries: ReadonlyMap<string, SideEntry>,
  contracts: ReadonlyMap<string, SideEntry> = new Map(),
): string {
  const parts: string[] = [];
  // Nothing sorts below the zero byte, so sorting the labels is sorting the lines.
  for (const label of [...entries.keys()].sort()) parts.push(label, "\0", entries.get(label)?.contentId ?? "", "\n");
  if (contracts.size > 0) parts.push("\n");
  for (const label of [...contracts.keys()].sort())
    parts.push(label, "\0", contracts.get(label)?.contentId ?? "", "\n");
  return createHash("sha256").update(parts.join("")).digest("hex");
}
