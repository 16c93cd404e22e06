import { markdownLink } from "../escape/markdown-link.js";
import type { Report } from "../report.js";
import { amount } from "../wording/amount.js";
import { comparedPhrase } from "../wording/compared-phrase.js";
import { countsPhrase } from "../wording/counts-phrase.js";
import { countBlocking } from "../wording/verdict-phrase.js";

/** The heading: the verdict and, whatever is shortened below, the exact number of findings that block. */
export function markdownTitle({ verdict, findings }: Report): string {
  return `## Schema Gate: ${verdict}, ${amount(countBlocking(findings), "blocking finding")}`;
}

/** What was compared and found, in a paragraph. */
export function markdownSummary(report: Report): string {
  return `Found ${countsPhrase(report.counts)}. ${comparedPhrase(report.compared)}`;
}

/** Says what was folded to fit, and where the whole stands. */
export function foldedNote(what: string, link: string | null): string {
  const whole = link === null ? "`schema-diff check` prints the whole report" : markdownLink("The whole report", link);
  return `> ${what} ${whole}.`;
}
