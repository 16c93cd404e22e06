export { recordedViews } from "./files/recorded-views.js";
export type { Replaced } from "./files/replace-snapshots.js";
export { writeSnapshots } from "./files/write-snapshots.js";
export { type OpenedHistory, openHistory } from "./history/open-history.js";
export type { Recording } from "./history/record-changes.js";
export { hiddenColumns, mayNotRead } from "./live/confirm-columns.js";
export { type Confirmation, confirmGone } from "./live/confirm-gone.js";
export type { TablesRead } from "./live/find-cause.js";
export { type LiveSchemas, type LiveView, type ObserveOptions, observeLive } from "./live/observe-live.js";
export {
  type Broken,
  type Snapshot,
  type SnapshotProgress,
  type SnapshotScope,
  takeSnapshot,
} from "./live/take-snapshot.js";
export type { FailureKind } from "./live/why-failed.js";
export type { MeasureLimits } from "./promises/run-budget.js";
export { type MeasuredView, type MeasureOptions, measureLive, type PromisedView } from "./run/measure-live.js";
export { openRunState, type RunIdentity, type RunState } from "./run/run-state.js";
export { nextLine, type RunOfView, since } from "./series/next-line.js";
export { lastLine, readSeries, type Series, writeSeries } from "./series/series-file.js";
export type { SeriesLine } from "./series/series-line.js";
export { refuseSharpFall } from "./sharp-fall.js";
export { type SnapshotIntoOptions, type SnapshotOutcome, snapshotInto } from "./snapshot-into.js";
export { type OpenOptions, openTrino } from "./trino/open-trino.js";
export { isServerTrouble, TrinoError } from "./trino/trino-error.js";
export type { Engine, Logger, QueryResult, ResultColumn, TrinoPort } from "./trino/trino-port.js";
