import fastJsonPatch, { type Operation } from "fast-json-patch";
import { parseSnapshotText } from "../snapshot-file/read-snapshot.js";
import type { HistoryOperation } from "./history-line.js";
import type { SnapshotDocument } from "./snapshot-document.js";

/**
 * The document a patch makes of another, which is left as it was. Throws, whatever is thrown, when the patch does not fit or
 * does not make a snapshot.
 */
export function applyPatch(
  before: SnapshotDocument | null,
  patch: readonly HistoryOperation[],
): SnapshotDocument | null {
  const operations = structuredClone(patch) as unknown as Operation[];
  const { newDocument } = fastJsonPatch.applyPatch<unknown>(before, operations, true, false);
  if (newDocument === null) return null;
  // It must be one, but is kept as it is: reading folds names, and then the bytes would not be those that git had.
  parseSnapshotText(JSON.stringify(newDocument), "the patched snapshot");
  return newDocument as SnapshotDocument;
}
