import { UserError } from "@schema-gate/contract";
import type { Commits, FailOn } from "@schema-gate/gate";
import type { Report } from "@schema-gate/report";
import type { GitHub } from "../github/github.js";
import type { PullRequest } from "../github/pull-requests.js";
import { approvalsOf } from "./approvals.js";
import type { CouldNotCheck, Judgement } from "./judgement.js";

/** Two commits to be judged: `base` is the newest commit of the branch that `head` goes into. */
export interface CommitsToCheck {
  readonly base: string;
  readonly head: string;
  readonly asOf: string;
  readonly failOn: FailOn;
  /** Logins who approved `head`, its authors not among them. */
  readonly approvals: readonly string[];
}

/** The gate: what `head` changed since it left the base, judged by the policy of the base. */
export type CheckCommits = (commits: Commits, request: CommitsToCheck) => Promise<Report>;

/** What judging takes beside the pull request. */
export interface Judge {
  readonly github: GitHub;
  readonly commits: Commits;
  readonly checkCommits: CheckCommits;
  /** Today, `2026-11-22`. */
  readonly asOf: string;
}

/** Judges one pull request by its base as it is now. Whatever goes wrong on the way is an answer too, and not a green one. */
export async function judgePullRequest(
  { github, commits, checkCommits, asOf }: Judge,
  pullRequest: PullRequest,
): Promise<Judgement> {
  try {
    const baseTip = await github.branchTip(pullRequest.base);
    const approvals = await approvalsOf(github, pullRequest, baseTip);
    const { head } = pullRequest;
    const request = { base: baseTip, head, asOf, failOn: null, approvals: approvals.counted };
    return { kind: "judged", pullRequest, baseTip, approvals, report: await checkCommits(commits, request) };
  } catch (error) {
    return couldNotCheck(pullRequest, error);
  }
}

function couldNotCheck(pullRequest: PullRequest, error: unknown): CouldNotCheck {
  const kind = "could-not-check";
  if (error instanceof UserError) return { kind, pullRequest, reason: error.message, defect: null };
  return { kind, pullRequest, reason: "Schema Gate itself failed; its log says why.", defect: error };
}
