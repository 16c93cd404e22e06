import { codeSpan } from "../escape/code-span.js";
import type { Report } from "../report.js";
import { amount } from "../wording/amount.js";
import { shorten } from "../wording/shorten.js";
import { type Step, shorteningSteps } from "../wording/shortening.js";
import { splitByDetail } from "../wording/split-by-detail.js";
import { groupByView, type ViewGroup } from "../wording/view-groups.js";
import { findingInFull, findingLine, foldedLine } from "./finding-markdown.js";
import { ruleLines, viewLine } from "./folded-lists.js";

/** The ways to show a report as Markdown. */
export function markdownSteps(report: Report): readonly Step[] {
  const groups = groupByView(report.findings);
  return shorteningSteps(report, {
    inFull: () => eachView(groups, inFull),
    aLineEach: () => eachView(groups, onOneLine),
    aLineAView: () => ["", ...groups.map(viewLine)],
    aLineARule: () => ["", ...ruleLines(report.findings).map(({ line }) => line)],
  });
}

/** Counts per rule, as many as fit into `room` characters, and how many are missing: for when no step fits. */
export function ruleLinesWithin({ findings }: Report, room: number): readonly string[] {
  const rules = ruleLines(findings);
  const missing = (from: number) => rules.slice(from).reduce((sum, { count }) => sum + count, 0);
  const lastLine = (from: number) =>
    `- ${amount(rules.length - from, "more rule")} with ${amount(missing(from), "finding")}`;
  let kept = 0;
  let left = room - lastLine(0).length;
  for (const { line } of rules) {
    left -= line.length + 1;
    if (left < 0) break;
    kept += 1;
  }
  return [...rules.slice(0, kept).map(({ line }) => line), lastLine(kept)];
}

function* eachView(groups: readonly ViewGroup[], show: (group: ViewGroup) => Iterable<string>): Iterable<string> {
  for (const group of groups) {
    const name = group.view === null ? "The gate itself" : codeSpan(shorten(group.view, 200));
    yield `\n### ${name}\n`;
    yield* show(group);
  }
}

function* inFull({ findings }: ViewGroup): Iterable<string> {
  const { full, line, folded } = splitByDetail(findings);
  for (const finding of full) yield findingInFull(finding);
  for (const finding of line) yield findingLine(finding);
  for (const members of folded) yield foldedLine(members);
}

function* onOneLine({ findings }: ViewGroup): Iterable<string> {
  const { full, line, folded } = splitByDetail(findings);
  for (const finding of [...full, ...line]) yield findingLine(finding);
  for (const members of folded) yield foldedLine(members);
}
