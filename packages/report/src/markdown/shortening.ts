import { codeSpan } from "../escape/code-span.js";
import type { Report } from "../report.js";
import { amount } from "../wording/amount.js";
import { shorten } from "../wording/shorten.js";
import { splitByDetail } from "../wording/split-by-detail.js";
import { groupByView, type ViewGroup } from "../wording/view-groups.js";
import { findingInFull, findingLine, foldedLine } from "./finding-markdown.js";
import { ruleLines, viewLine } from "./folded-lists.js";

/** One way to show all findings. `note` says what is folded, `null` if nothing; `lines` are made only while they fit. */
export interface Step {
  readonly note: string | null;
  readonly lines: () => Iterable<string>;
}

/** The ways to show a report, each shorter than the one before (design section 6). */
export function shorteningSteps({ findings }: Report): readonly Step[] {
  const groups = groupByView(findings);
  const all = `Shortened: ${amount(findings.length, "finding")}`;
  return [
    { note: null, lines: () => eachView(groups, inFull) },
    { note: `${all}, a line for each.`, lines: () => eachView(groups, onOneLine) },
    { note: `${all} counted, a line for each view.`, lines: () => ["", ...groups.map(viewLine)] },
    {
      note: `${all} counted, a line for each rule.`,
      lines: () => ["", ...ruleLines(findings).map(({ line }) => line)],
    },
  ];
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
