export type { Column, Contract, Security, ViewKind, ViewName } from "./contract.js";
export { printBundle, printSnapshot } from "./snapshot-file/print-snapshot.js";
export { locateView, locateViews, parseSnapshotText, readView } from "./snapshot-file/read-snapshot.js";
export { snapshotPath } from "./snapshot-file/snapshot-path.js";
export type { ViewText } from "./snapshot-file/view-text.js";
export type { RowField, TrinoType } from "./trino-type.js";
export { UserError, type UserErrorKind } from "./user-error.js";
export { nameLabel, viewLabel } from "./view-label.js";
