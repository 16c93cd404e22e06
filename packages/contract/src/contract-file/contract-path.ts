import type { ViewName } from "../contract.js";
import { snapshotPath } from "../snapshot-file/snapshot-path.js";

/** Where a view's contract stands below `schemas/`: `<catalog>/<schema>/<view>.yaml`, percent-encoded as snapshots are. */
export function contractPath(view: ViewName): string {
  return snapshotPath(view).replace(/\.json$/, ".yaml");
}
