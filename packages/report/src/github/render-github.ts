import { visibleText } from "../escape/visible-text.js";
import type { WorkflowCommand } from "../escape/workflow-command.js";
import type { Report, ReportFinding } from "../report.js";
import { amount } from "../wording/amount.js";
import { comparedPhrase } from "../wording/compared-phrase.js";
import { countsPhrase } from "../wording/counts-phrase.js";
import { strongestFirst } from "../wording/strongest-first.js";
import { verdictPhrase } from "../wording/verdict-phrase.js";
import { annotation, annotationLevel, logLines } from "./annotation.js";

/** GitHub drops what a step annotates beyond this at each level, without a word. */
const MOST_OF_A_LEVEL = 10;

type Level = WorkflowCommand["name"];

/** The report for the log of a GitHub workflow: annotations, then all findings that got none, then what was decided. */
export function renderGithub(report: Report): string {
  const shown: Record<Level, ReportFinding[]> = { error: [], warning: [], notice: [] };
  const left: ReportFinding[] = [];
  for (const finding of strongestFirst(report.findings)) {
    const level = shown[annotationLevel(finding)];
    (level.length < MOST_OF_A_LEVEL ? level : left).push(finding);
  }
  const annotated = [...shown.error, ...shown.warning, ...shown.notice];
  const lines = [
    ...annotated.map(annotation),
    ...(left.length === 0 ? [] : ["Findings without an annotation:", ...left.flatMap(logLines)]),
    visibleText(comparedPhrase(report.compared)),
    `Found ${countsPhrase(report.counts)}.`,
    verdictPhrase(report),
    leftOut(annotated.length, left),
  ];
  return `${lines.join("\n")}\n`;
}

function leftOut(annotated: number, left: readonly ReportFinding[]): string {
  const total = amount(annotated + left.length, "finding");
  if (left.length === 0) return `Annotated ${annotated} of ${total}.`;
  const levels = (["error", "warning", "notice"] as const)
    .map((level) => ({ level, count: left.filter((finding) => annotationLevel(finding) === level).length }))
    .filter(({ count }) => count > 0);
  const missing = levels.map(({ level, count }) => amount(count, level)).join(", ");
  return `Annotated ${annotated} of ${total}; GitHub shows ${MOST_OF_A_LEVEL} of a level in a step. Only in this log: ${missing}.`;
}
