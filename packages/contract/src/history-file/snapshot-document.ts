import type { Contract } from "../contract.js";
import { printSnapshot } from "../snapshot-file/print-snapshot.js";
import type { SnapshotFile } from "../snapshot-file/snapshot-schema.js";

/** What the patches of a history are applied to: the snapshot file as JSON. Where there is no file it is `null`. */
export type SnapshotDocument = SnapshotFile;

/** The document of a view. */
export function snapshotDocument(state: Contract): SnapshotDocument {
  return JSON.parse(printSnapshot(state));
}
