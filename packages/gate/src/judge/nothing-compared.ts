import type { ReportFinding } from "@schema-gate/report";
import { shown } from "../shown.js";
import type { Side, Sides } from "../sides/side.js";
import { gateFinding } from "./gate-finding.js";

/** Blocks whatever the configuration says: a gate that looked at nothing must not look green. */
export function nothingCompared({
  before,
  after,
}: { readonly [side in keyof Sides]: Pick<Side, "source"> }): ReportFinding {
  const message = `No view was compared: neither ${shown(before.source)} nor ${shown(after.source)} holds one.`;
  return gateFinding("nothing-compared", { path: "", message, action: "block", location: null });
}
