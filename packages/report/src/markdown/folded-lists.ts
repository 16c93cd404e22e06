import { codeSpan } from "../escape/code-span.js";
import type { ReportFinding } from "../report.js";
import { amount } from "../wording/amount.js";
import { labelOf } from "../wording/finding-detail.js";
import { shorten } from "../wording/shorten.js";
import { countBlocking } from "../wording/verdict-phrase.js";
import type { ViewGroup } from "../wording/view-groups.js";

const LONGEST_NAME = 200;

/** One line for a view: how many findings of each kind it has. */
export function viewLine({ view, findings }: ViewGroup): string {
  const name = view === null ? "The gate itself" : codeSpan(shorten(view, LONGEST_NAME));
  return `- ${name}: ${amount(findings.length, "finding")} (${countLabels(findings)})`;
}

/** A line for each rule, most blocking first, with how many findings it has in how many views. */
export function ruleLines(findings: readonly ReportFinding[]): readonly { line: string; count: number }[] {
  const byRule = new Map<string, ReportFinding[]>();
  for (const finding of findings) {
    const members = byRule.get(finding.rule);
    if (members === undefined) byRule.set(finding.rule, [finding]);
    else members.push(finding);
  }
  const rules = Array.from(byRule, ([rule, members]) => ({ rule, members, blocking: countBlocking(members) }));
  rules.sort((left, right) => right.blocking - left.blocking || right.members.length - left.members.length);
  return rules.map(({ rule, members }) => {
    const views = new Set(members.map(({ view }) => view)).size;
    const found = `${amount(members.length, "finding")} in ${amount(views, "view")}`;
    return { line: `- ${codeSpan(rule)}: ${found} (${countLabels(members)})`, count: members.length };
  });
}

function countLabels(findings: readonly ReportFinding[]): string {
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(labelOf(finding), (counts.get(labelOf(finding)) ?? 0) + 1);
  return Array.from(counts, ([label, count]) => `${count} ${label}`).join(", ");
}
