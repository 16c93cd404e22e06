import { createHash } from "node:crypto";
import type { Contract } from "../contract.js";
import { printSnapshot } from "../snapshot-file/print-snapshot.js";

/** SHA-256 of the file that `snapshot` writes for a view; `null` for a view that is not there. */
export function stateDigest(state: Contract | null): string | null {
  return state === null ? null : textDigest(printSnapshot(state));
}

/** SHA-256 of the text of a file. */
export function textDigest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
