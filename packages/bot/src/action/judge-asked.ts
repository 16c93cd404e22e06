import { commitsOfGitHub } from "../github/commits/api-commits.js";
import type { GitHub } from "../github/github.js";
import type { CheckCommits } from "../judge/check-commits.js";
import { type Judge, judgeMergeGroup, judgePullRequest, type MergeGroup } from "../judge/judge-pull-request.js";
import type { Publication } from "../publish/publish-judgements.js";
import { type Reviewed, reviewMergeGroup, reviewPullRequest } from "../review-pull-request.js";
import type { Asked } from "./asked.js";

/** How the pull requests of a run are judged. */
export interface Judging {
  readonly github: GitHub;
  readonly checkCommits: CheckCommits;
  readonly asOf: string;
  readonly failOn: Judge["failOn"];
  /** How it is concluded; `null` where it is only printed. */
  readonly publication: Publication | null;
}

/** What came of one pull request, or what was thrown: one that cannot be told must not keep the others from it. */
export type Attempt = { readonly reviewed: Reviewed } | { readonly error: unknown };

/** Judges all a run asks for, one after the other. A pull request that was judged beside another is not judged again. */
export async function* judgeAsked(judging: Judging, asked: Asked): AsyncGenerator<Attempt> {
  if (asked.kind === "merge-group") return yield await attempt(() => judgeGroup(judging, asked.group));
  const done = new Set<number>();
  for (const number of await numbersOf(judging.github, asked)) {
    if (done.has(number)) continue;
    const attempted = await attempt(() => judgeOne(judging, number));
    if ("reviewed" in attempted)
      for (const { pullRequest } of attempted.reviewed.judgements) done.add(pullRequest.number);
    yield attempted;
  }
}

async function numbersOf(github: GitHub, asked: Exclude<Asked, { kind: "merge-group" }>): Promise<readonly number[]> {
  if (asked.kind === "branch") return numbers(await github.openPullRequests(asked.branch));
  if (asked.kind === "head") return numbers(await github.openPullRequestsWithHead(asked.head));
  const others: number[] = [];
  for (const head of asked.otherHeads) others.push(...numbers(await github.openPullRequestsWithHead(head)));
  return [asked.number, ...others];
}

async function judgeOne(judging: Judging, number: number): Promise<Reviewed> {
  const { github, publication } = judging;
  if (publication !== null) return reviewPullRequest(judgeOf(judging), publication, number);
  const judgement = await judgePullRequest(judgeOf(judging), await github.pullRequest(number));
  return { judgements: [judgement], concluded: null };
}

async function judgeGroup(judging: Judging, group: MergeGroup): Promise<Reviewed> {
  const { github, publication } = judging;
  const judge = judgeOf(judging);
  if (publication !== null) return reviewMergeGroup(judge, publication, group);
  const judgement = await judgeMergeGroup(judge, group, await github.pullRequest(group.pullRequest));
  return { judgements: [judgement], concluded: null };
}

/** What is read of commits is kept for one judgement only. */
function judgeOf({ github, checkCommits, asOf, failOn }: Judging): Judge {
  return { github, commits: commitsOfGitHub(github), checkCommits, asOf, ...(failOn && { failOn }) };
}

async function attempt(review: () => Promise<Reviewed>): Promise<Attempt> {
  try {
    return { reviewed: await review() };
  } catch (error) {
    return { error };
  }
}

function numbers(pullRequests: readonly { readonly number: number }[]): readonly number[] {
  return pullRequests.map(({ number }) => number);
}
