import type { Report } from "@schema-gate/report";
import type { RepositoryId } from "../repository-id.js";

/** A finished judgement, or why there is none. */
export type Judged =
  | { readonly kind: "judged"; readonly report: Report }
  | { readonly kind: "unchecked"; readonly reason: string };

/** GitHub and the judge, as the server needs them: one app in many repositories. */
export interface App {
  /** Every repository the app is installed in, as it is found; GitHub tells them page by page. */
  repositories(): AsyncIterable<RepositoryId>;
  at(repository: RepositoryId): AppRepository;
  /** Whether trying again can never help: the repository is gone, or the app was put out of it. */
  isHopeless(error: unknown): boolean;
}

/** An open pull request and its newest commit. */
export interface OpenPullRequest {
  readonly number: number;
  readonly head: string;
}

/**
 * One repository the app works in. Everything that writes does so by desired state: it looks for what stands there and then
 * creates or changes it, so that doing it again changes nothing.
 */
export interface AppRepository {
  openPullRequests(): Promise<readonly OpenPullRequest[]>;
  openPullRequestsInto(branch: string): Promise<readonly OpenPullRequest[]>;
  openPullRequestsWithHead(head: string): Promise<readonly OpenPullRequest[]>;
  /** Whether our check stands concluded at a commit. */
  isConcluded(head: string): Promise<boolean>;
  /** Judges a pull request as it stands now and writes the check and the comment; does nothing where it is closed. */
  review(pullRequest: number): Promise<void>;
  /** Concludes the check of a pull request's head: could not check. */
  concludeUnchecked(pullRequest: number, reason: string): Promise<void>;
  /** Judges what the merge queue is about to put onto a branch. */
  reviewMergeGroup(head: string, branch: string): Promise<void>;
  concludeMergeGroupUnchecked(head: string, reason: string): Promise<void>;
  /** Judges without writing. */
  judge(pullRequest: number): Promise<Judged>;
  /** Whether somebody may write to the repository, asked of GitHub now. */
  mayWrite(login: string): Promise<boolean>;
  react(comment: number, reaction: "+1" | "-1" | "confused"): Promise<void>;
  /** The one comment of ours on a pull request that begins with `marker`. */
  answer(pullRequest: number, marker: string, text: string): Promise<void>;
}
