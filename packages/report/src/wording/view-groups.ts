import type { Action } from "@schema-gate/diff";
import type { ReportFinding } from "../report.js";

/** The findings of one view, or of the gate itself where `view` is `null`. */
export interface ViewGroup {
  readonly view: string | null;
  readonly findings: readonly ReportFinding[];
}

const rank: Readonly<Record<Action, number>> = { block: 0, acknowledge: 1, warn: 2, allow: 3 };

/** Findings by view, what blocks first: among the views and within each. Else the order of the report stays. */
export function groupByView(findings: readonly ReportFinding[]): readonly ViewGroup[] {
  const groups = new Map<string | null, ReportFinding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.view);
    if (group === undefined) groups.set(finding.view, [finding]);
    else group.push(finding);
  }
  const sorted = Array.from(groups, ([view, members]) => ({
    view,
    findings: members.sort((left, right) => rank[left.action] - rank[right.action]),
  }));
  return sorted.sort((left, right) => weight(left) - weight(right));
}

/** The strongest action decides; at the same strength the gate's own findings come first. */
function weight({ view, findings }: ViewGroup): number {
  return rank[findings[0]?.action ?? "allow"] * 2 + (view === null ? 0 : 1);
}
