import fastJsonPatch, { type Operation } from "fast-json-patch";
import type { Contract } from "../contract.js";
import { parseSnapshotText } from "../snapshot-file/read-snapshot.js";
import type { HistoryOperation } from "./history-line.js";
import { snapshotDocument } from "./patch-between.js";

/** The view a patch makes of another. Throws, whatever is thrown, when the patch does not fit or makes no view. */
export function applyPatch(before: Contract | null, patch: readonly HistoryOperation[]): Contract | null {
  // In place: the document is made for this, and the operations are only ever applied to copies of what they hold.
  const document = fastJsonPatch.applyPatch(
    snapshotDocument(before),
    structuredClone(patch) as unknown as Operation[],
    true,
    true,
  ).newDocument;
  return document === null ? null : parseSnapshotText(JSON.stringify(document), "the patched snapshot");
}
