import { UserError } from "@schema-gate/contract";
import type { DriftGitHub } from "../../github/drift-github.js";
import { GitHubError } from "../../github/github-error.js";
import type { Issue, IssueText } from "../../github/issues.js";
import { retryUnclear } from "../../publish/retry-unclear.js";
import { type KeptIssue, readMarker } from "./marker.js";
import { type Night, planIssues } from "./plan-issues.js";
import type { OnceComment, Step } from "./step.js";

/** What our issues stand under. Whoever takes the label off an issue takes it out of our hands. */
export const DRIFT_LABEL = "schema-drift";

type GitHub = Pick<DriftGitHub, "ownIssues" | "createIssue" | "updateIssue" | "ownComments" | "createComment">;

/**
 * Makes the issues say what the night found. Doing it again changes nothing; a run that is cut short is made up for by the
 * next. Tells of each thing done.
 */
export async function keepIssues(github: GitHub, night: Night, onStep: (step: Step) => void): Promise<void> {
  await retryUnclear(async () => {
    const steps = planIssues(night, await keptIssues(github, night));
    for (const step of steps) {
      await carryOut(github, step);
      onStep(step);
    }
    // Somebody else may have opened the same at the same time.
    if (!steps.some(({ kind }) => kind === "open")) return;
    const twice = planIssues(night, await keptIssues(github, night)).filter(isDuplicate);
    for (const step of twice) {
      await carryOut(github, step);
      onStep(step);
    }
  });
}

/** Our issues, the first of a view before its duplicates. Throws a UserError where they tell of a later night. */
async function keptIssues(github: GitHub, { report }: Night): Promise<readonly KeptIssue[]> {
  const kept = (await github.ownIssues(DRIFT_LABEL)).flatMap((issue) => readMarker(issue) ?? []);
  const { asOf } = report.compared;
  const later = kept.find((each) => each.asOf > asOf);
  if (later === undefined) return kept;
  const told = `issue ${later.issue.number} was written by one of ${later.asOf}`;
  throw new UserError("usage", `This report is of ${asOf}, and ${told}: what is older is not told again.`);
}

function isDuplicate(step: Step): boolean {
  return step.kind === "close" && step.text.closedAs === "duplicate";
}

async function carryOut(github: GitHub, step: Step): Promise<void> {
  if (step.kind === "open") return open(github, step.key, step.text);
  try {
    if (step.comment !== null) await commentOnce(github, step.issue, step.comment);
    await github.updateIssue(step.issue.number, step.text);
  } catch (error) {
    // Somebody removed or moved it meanwhile; what is to be told is told in a new one.
    if (!(error instanceof GitHubError && error.reason === "missing")) throw error;
    if (step.kind !== "close") await open(github, step.key, step.text);
  }
}

/** Opens an issue; where nobody knows whether that was done, it is looked for first. */
async function open(github: GitHub, key: string, text: IssueText): Promise<void> {
  let isAsked = false;
  await retryUnclear(async () => {
    const found = isAsked ? await github.ownIssues(DRIFT_LABEL) : [];
    isAsked = true;
    if (!found.some((issue) => readMarker(issue)?.key === key)) await github.createIssue(text, DRIFT_LABEL);
  });
}

async function commentOnce(github: GitHub, { number, isLocked }: Issue, { marker, body }: OnceComment): Promise<void> {
  try {
    await retryUnclear(async () => {
      if ((await github.ownComments(number, marker)).length === 0) await github.createComment(number, body);
    });
  } catch (error) {
    // Nobody is to speak there any more; the issue itself still says it.
    if (!(isLocked && error instanceof GitHubError && error.reason === "forbidden")) throw error;
  }
}
