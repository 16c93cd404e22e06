import { appendFileSync } from "node:fs";
import { codeSpan, shorten } from "@schema-gate/report";
import type { Judgement } from "../judge/judgement.js";
import { titleOf } from "../publish/conclusion.js";
import { jobSummary } from "../publish/job-summary.js";

/** Reports beyond these are a line each: GitHub takes 1 MiB a step. */
const MOST_WHOLE = 20;
const MOST_LINES = 1000;
const LONGEST_REASON = 4000;

/** Says on the page of a run what was judged, and what went wrong; `file` is the runner's, where this is a runner. */
export function writeSummary(
  file: string | undefined,
  judgements: readonly Judgement[],
  problems: readonly string[],
): void {
  if (file) appendFileSync(file, summaryOf(judgements, problems));
}

function summaryOf(judgements: readonly Judgement[], problems: readonly string[]): string {
  const said = [
    jobSummary(judgements.slice(0, MOST_WHOLE)),
    restOf(judgements.slice(MOST_WHOLE)),
    problemsOf(problems),
  ];
  const text = said.filter((part) => part !== "").join("\n");
  return text === "" ? "## Schema Gate: nothing to judge\n\nNo open pull request is concerned.\n" : text;
}

function restOf(judgements: readonly Judgement[]): string {
  if (judgements.length === 0) return "";
  const lines = judgements
    .slice(0, MOST_LINES)
    .map((judgement) => `- #${judgement.pullRequest.number}: ${titleOf(judgement)}\n`);
  const more = judgements.length > MOST_LINES ? `- and ${judgements.length - MOST_LINES} more\n` : "";
  return `# Further pull requests\n\n${lines.join("")}${more}`;
}

function problemsOf(problems: readonly string[]): string {
  if (problems.length === 0) return "";
  const shown = problems.slice(0, MOST_WHOLE).map((problem) => codeSpan(shorten(problem, LONGEST_REASON)));
  return `## Schema Gate: could not run\n\nThis is not a verdict, and not a pass.\n\n${shown.join("\n\n")}\n`;
}
