import { UserError } from "@schema-gate/contract";
import type { Commits, FailOn } from "@schema-gate/gate";
import type { GitHub } from "../github/github.js";
import type { PullRequest } from "../github/pull-requests.js";
import { approvalsOf } from "./approvals.js";
import type { CheckCommits } from "./check-commits.js";
import { type Grounds, readGrounds } from "./grounds.js";
import type { CouldNotCheck, Judgement, Verdict } from "./judgement.js";

/** What judging takes beside the pull request. */
export interface Judge {
  readonly github: GitHub;
  readonly commits: Commits;
  readonly checkCommits: CheckCommits;
  /** Today, `2026-11-22`. */
  readonly asOf: string;
  /** Whether whoever calls asks again where GitHub cannot be reached: then that is thrown, and nothing concluded yet. */
  readonly asksAgain?: boolean;
  /** What fails beyond what the configuration of the base says; it only tightens. */
  readonly failOn?: FailOn;
}

/** A commit the merge queue made of a pull request and what it shall come after. */
export interface MergeGroup {
  readonly head: string;
  /** What it comes after: the branch's newest commit, or that of the group before. */
  readonly base: string;
  readonly pullRequest: number;
}

/** Judges one pull request by its base as it is now. Whatever goes wrong on the way is an answer too, and not a green one. */
export async function judgePullRequest(judge: Judge, pullRequest: PullRequest): Promise<Judgement> {
  const { head } = pullRequest;
  return answered(judge, { pullRequest, head, grounds: null }, async () => {
    const grounds = await readGrounds(judge.github, pullRequest);
    return answered(judge, { pullRequest, head, grounds }, () => judgeCommit(judge, grounds, head));
  });
}

/** Judges what the merge queue made of a pull request, by the approvals of the pull request itself. */
export async function judgeMergeGroup(
  judge: Judge,
  { head, base }: MergeGroup,
  pullRequest: PullRequest,
): Promise<Judgement> {
  return answered(judge, { pullRequest, head, grounds: null }, async () => {
    const reviews = await judge.github.reviews(pullRequest.number);
    return judgeCommit(judge, { pullRequest, baseTip: base, reviews }, head);
  });
}

async function judgeCommit(judge: Judge, grounds: Grounds, head: string): Promise<Verdict> {
  const { github, commits, checkCommits, asOf, failOn = null } = judge;
  const { pullRequest, baseTip } = grounds;
  const approvals = await approvalsOf(github, grounds);
  const request = { base: baseTip, head, asOf, failOn, approvals: approvals.counted };
  const report = await checkCommits(commits, request);
  return { kind: "judged", pullRequest, head, grounds, approvals, report };
}

async function answered(
  { asksAgain = false }: Judge,
  subject: Pick<CouldNotCheck, "pullRequest" | "head" | "grounds">,
  judgement: () => Promise<Judgement>,
): Promise<Judgement> {
  try {
    return await judgement();
  } catch (error) {
    if (asksAgain && error instanceof UserError && error.kind === "unreachable") throw error;
    const kind = "could-not-check";
    if (error instanceof UserError) return { kind, ...subject, reason: error.message, defect: null };
    return { kind, ...subject, reason: "Schema Gate itself failed; its log says why.", defect: error };
  }
}
