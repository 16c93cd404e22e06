import type { Action } from "@schema-gate/diff";
import type { ReportFinding } from "../report.js";

const rank: Readonly<Record<Action, number>> = { block: 0, acknowledge: 1, warn: 2, allow: 4 };

/** Findings for a place that shows only so many: what blocks first, what is waived after what is not; else in the report's order. */
export function strongestFirst(findings: readonly ReportFinding[]): readonly ReportFinding[] {
  const keyed = findings.map((finding) => ({ finding, key: finding.waiver === null ? rank[finding.action] : 3 }));
  return keyed.sort((left, right) => left.key - right.key).map(({ finding }) => finding);
}
