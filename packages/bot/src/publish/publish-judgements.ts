import type { GitHub } from "../github/github.js";
import { GitHubError } from "../github/github-error.js";
import { groundsId } from "../judge/grounds.js";
import type { Judgement } from "../judge/judgement.js";
import { annotationsOf } from "./annotations.js";
import { bodyOf, otherLines } from "./body.js";
import { conclusionOf, titleOf, worstOf } from "./conclusion.js";
import { type CheckText, publishCheck } from "./publish-check.js";
import { COMMENT_BYTES, markerOf, publishComment } from "./publish-comment.js";
import { publishStatus } from "./publish-status.js";

/** The most bytes of a check's summary; GitHub says 65,535 characters. */
const SUMMARY_BYTES = 65_535;

/** How and where it is published. */
export interface Publication {
  /** Of the check and of the status. */
  readonly name: string;
  /** Where a shortened report stands in full, if anywhere. */
  readonly reportUrl: string | null;
  /** Whether pull requests are told in a comment; they are where this is not said. */
  readonly comment?: boolean;
}

/** Where the conclusion of a commit was written. */
export type Concluded = "check" | "status";

/** Concludes a commit by the worst of the judgements on the pull requests that end in it. */
export async function publishConclusion(
  github: GitHub,
  { name, reportUrl }: Publication,
  judgements: readonly [Judgement, ...Judgement[]],
): Promise<Concluded> {
  const worst = worstOf(judgements);
  const { shown, missing } = worst.kind === "judged" ? annotationsOf(worst.report) : { shown: [], missing: null };
  const after = `${missing === null ? "" : `\n${missing}\n`}${otherLines(judgements.filter((each) => each !== worst))}`;
  const check: CheckText = {
    name,
    head: worst.head,
    conclusion: conclusionOf(worst),
    title: titleOf(worst),
    summary: bodyOf(worst, { bytes: SUMMARY_BYTES, link: reportUrl }, "", after),
    detailsUrl: reportUrl ?? worst.pullRequest.url,
  };
  try {
    const grounds = groundsId(judgements.map((each) => each.grounds));
    await publishCheck(github, check, shown, { grounds, asOf: dayOf(judgements) });
    return "check";
  } catch (error) {
    if (!(error instanceof GitHubError && error.reason === "forbidden")) throw error;
    await publishStatus(github, check);
    return "status";
  }
}

/**
 * The day of verdicts that another day may change: waivers end and support does. Where nothing was found there is neither; a
 * waiver is a finding itself, used or not.
 */
function dayOf(judgements: readonly Judgement[]): string | null {
  for (const judgement of judgements) {
    if (judgement.kind === "judged" && judgement.report.findings.length > 0) return judgement.report.compared.asOf;
  }
  return null;
}

/** Writes the one comment of a judged pull request, if it is to have one. */
export async function publishVerdict(
  github: GitHub,
  { name, reportUrl, comment = true }: Publication,
  judgement: Judgement,
): Promise<void> {
  if (!comment) return;
  const marker = markerOf(name);
  const body = bodyOf(judgement, { bytes: COMMENT_BYTES, link: reportUrl }, marker, "");
  await publishComment(github, judgement.pullRequest.number, marker, body, isQuiet(judgement));
}

/** Whether there is nothing to say unless something was said before. */
function isQuiet(judgement: Judgement): boolean {
  return judgement.kind === "judged" && judgement.report.findings.length === 0;
}
