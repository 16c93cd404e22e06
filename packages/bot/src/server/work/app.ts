import type { Unjudged } from "../../find-unjudged.js";
import type { MergeGroup } from "../../judge/judge-pull-request.js";
import type { Judgement } from "../../judge/judgement.js";
import type { RepositoryId } from "../repository-id.js";

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
  /** All, or those that go into a branch. */
  openPullRequests(into: string | null): Promise<readonly OpenPullRequest[]>;
  openPullRequestsWithHead(head: string): Promise<readonly OpenPullRequest[]>;
  /** Open pull requests and what waits in the merge queue that do not stand as they are now judged; `before` is what was found judged the last time. */
  findUnjudged(before: ReadonlySet<string>): Promise<Unjudged>;
  /** Judges a pull request as it stands now and writes the check and the comment; where it is closed, those with its head. */
  review(pullRequest: number): Promise<void>;
  /** Concludes the check of a pull request's head: could not check. */
  concludeUnchecked(pullRequest: number, reason: string): Promise<void>;
  reviewMergeGroup(group: MergeGroup): Promise<void>;
  concludeMergeGroupUnchecked(group: MergeGroup, reason: string): Promise<void>;
  /** Judges without writing. */
  judge(pullRequest: number): Promise<Judgement>;
  /** Whether somebody may write to the repository, asked of GitHub now. */
  mayWrite(login: string): Promise<boolean>;
  react(comment: number, reaction: "+1" | "-1" | "confused"): Promise<void>;
  /** Writes the one comment of ours on a pull request that begins with `marker`, a line. */
  answer(pullRequest: number, marker: string, text: string): Promise<void>;
}
