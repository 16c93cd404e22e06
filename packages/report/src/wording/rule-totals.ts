import type { ReportFinding } from "../report.js";
import { labelOf } from "./finding-detail.js";
import { countBlocking } from "./verdict-phrase.js";

/** All findings of one rule, and in how many views they are. */
export interface RuleTotal {
  readonly rule: string;
  readonly findings: readonly ReportFinding[];
  readonly views: number;
}

/** Findings by rule, most blocking first, then most findings. */
export function ruleTotals(findings: readonly ReportFinding[]): readonly RuleTotal[] {
  const byRule = new Map<string, ReportFinding[]>();
  for (const finding of findings) {
    const members = byRule.get(finding.rule);
    if (members === undefined) byRule.set(finding.rule, [finding]);
    else members.push(finding);
  }
  const rules = Array.from(byRule, ([rule, members]) => ({ rule, members, blocking: countBlocking(members) }));
  rules.sort((left, right) => right.blocking - left.blocking || right.members.length - left.members.length);
  return rules.map(({ rule, members }) => {
    return { rule, findings: members, views: new Set(members.map(({ view }) => view)).size };
  });
}

/** How many findings of each kind there are: `2 BLOCK breaking, 1 additive`. */
export function countLabels(findings: readonly ReportFinding[]): string {
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(labelOf(finding), (counts.get(labelOf(finding)) ?? 0) + 1);
  return Array.from(counts, ([label, count]) => `${count} ${label}`).join(", ");
}
