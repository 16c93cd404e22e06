export { recordedViews } from "./files/recorded-views.js";
export type { Replaced } from "./files/replace-snapshots.js";
export { writeSnapshots } from "./files/write-snapshots.js";
export { type OpenedHistory, openHistory } from "./history/open-history.js";
export type { Recording } from "./history/record-changes.js";
export { type Confirmation, confirmGone } from "./live/confirm-gone.js";
export {
  type Broken,
  type Snapshot,
  type SnapshotProgress,
  type SnapshotScope,
  takeSnapshot,
} from "./live/take-snapshot.js";
export { type SnapshotIntoOptions, type SnapshotOutcome, snapshotInto } from "./snapshot-into.js";
export { type OpenOptions, openTrino } from "./trino/open-trino.js";
export { isServerTrouble, TrinoError } from "./trino/trino-error.js";
export type { Engine, Logger, QueryResult, ResultColumn, TrinoPort } from "./trino/trino-port.js";
