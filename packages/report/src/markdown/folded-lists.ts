import { codeSpan } from "../escape/code-span.js";
import type { ReportFinding } from "../report.js";
import { amount } from "../wording/amount.js";
import { countLabels, ruleTotals } from "../wording/rule-totals.js";
import { shorten } from "../wording/shorten.js";
import type { ViewGroup } from "../wording/view-groups.js";

const LONGEST_NAME = 200;

/** One line for a view: how many findings of each kind it has. */
export function viewLine({ view, findings }: ViewGroup): string {
  const name = view === null ? "The gate itself" : codeSpan(shorten(view, LONGEST_NAME));
  return `- ${name}: ${amount(findings.length, "finding")} (${countLabels(findings)})`;
}

/** A line for each rule, most blocking first, with how many findings it has in how many views. */
export function ruleLines(all: readonly ReportFinding[]): readonly { line: string; count: number }[] {
  return ruleTotals(all).map(({ rule, findings, views }) => {
    const found = `${amount(findings.length, "finding")} in ${amount(views, "view")}`;
    return { line: `- ${codeSpan(rule)}: ${found} (${countLabels(findings)})`, count: findings.length };
  });
}
