import { isDeepStrictEqual } from "node:util";
import { approvalsOf } from "./judge/approvals.js";
import type { Judge } from "./judge/judge-pull-request.js";
import type { Judgement } from "./judge/judgement.js";
import type { Publication } from "./publish/publish-judgements.js";
import { type Reviewed, reviewPullRequest } from "./review-pull-request.js";

/** What moves on for ever is left to those who are told of each movement. */
const MOST_TIMES = 4;

/**
 * Reviews a pull request, and once more where it moved meanwhile: for processes that know nothing of each other. Whichever of
 * two writes last looks last, so that what stands in the end is not what the slower one saw at its beginning.
 */
export async function reviewUntilSteady(
  judge: () => Judge,
  publication: Publication,
  number: number,
): Promise<Reviewed> {
  for (let times = 1; ; times++) {
    const asking = judge();
    const reviewed = await reviewPullRequest(asking, publication, number);
    if (times === MOST_TIMES || !(await hasMoved(asking, reviewed))) return reviewed;
  }
}

async function hasMoved(judge: Judge, { judgements }: Reviewed): Promise<boolean> {
  for (const judgement of judgements) if (await isOutdated(judge, judgement)) return true;
  return false;
}

async function isOutdated({ github }: Judge, judgement: Judgement): Promise<boolean> {
  // What could not be asked once is not asked again here: that is for whoever runs it the next time.
  if (judgement.kind !== "judged") return false;
  const { baseTip, approvals } = judgement;
  const now = await github.pullRequest(judgement.pullRequest.number);
  if (!isDeepStrictEqual(now, judgement.pullRequest)) return true;
  if ((await github.branchTip(now.base)) !== baseTip) return true;
  return !isDeepStrictEqual(await approvalsOf(github, now, baseTip), approvals);
}
