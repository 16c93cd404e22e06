import type { ReportFinding } from "../report.js";
import { detailOf } from "./finding-detail.js";

/** The findings of one view by the room they get; `folded` are those of one rule each. */
export interface SplitFindings {
  readonly full: readonly ReportFinding[];
  readonly line: readonly ReportFinding[];
  readonly folded: readonly (readonly ReportFinding[])[];
}

/** Parts the findings of a view by `detailOf`; the order within each part stays. */
export function splitByDetail(findings: readonly ReportFinding[]): SplitFindings {
  const full: ReportFinding[] = [];
  const line: ReportFinding[] = [];
  const folded = new Map<string, ReportFinding[]>();
  for (const finding of findings) {
    const detail = detailOf(finding);
    if (detail === "full") full.push(finding);
    else if (detail === "line") line.push(finding);
    else folded.set(finding.rule, [...(folded.get(finding.rule) ?? []), finding]);
  }
  return { full, line, folded: [...folded.values()] };
}
