import type { ViewName } from "../contract.js";
import { snapshotPath } from "../snapshot-file/snapshot-path.js";

/** How the name of a history ends; the rest of it is that of the view's snapshot. */
export const HISTORY_ENDING = ".history.jsonl";

/** Where a view's history stands below `snapshots/`, beside its snapshot. */
export function historyPath(view: ViewName): string {
  return snapshotPath(view).replace(/\.json$/, HISTORY_ENDING);
}
