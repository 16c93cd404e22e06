/** A pull request, as far as it is judged; `head` is a commit, `base` the name of a branch. */
export interface PullRequest {
  readonly number: number;
  readonly url: string;
  readonly isOpen: boolean;
  readonly author: string | null;
  readonly head: string;
  readonly base: string;
}

/** One of a list of open pull requests; `touchedAt` is when anything was last said or done on it, to the second. */
export interface OpenPullRequest extends PullRequest {
  readonly touchedAt: string;
  /** Whether that was so shortly before GitHub listed it that more may be done on it without `touchedAt` telling. */
  readonly isJustTouched: boolean;
}

/** What a reviewer said. `state` is GitHub's, in capitals; a person is who has an account of their own, unlike an app. */
export interface Review {
  readonly id: number;
  readonly login: string | null;
  readonly isPerson: boolean;
  readonly state: string;
  /** The commit that was looked at; `null` where GitHub knows it no more. */
  readonly commit: string | null;
  readonly submittedAt: string | null;
}

/** A commit, and who had a hand in it. */
export interface WrittenCommit {
  readonly id: string;
  readonly parents: readonly string[];
  /** The login of who wrote it, `null` where GitHub knows nobody of that address. */
  readonly author: string | null;
  /** Empty where the commit names none. */
  readonly address: string;
  /** Of all who wrote or committed it, GitHub itself left out. */
  readonly logins: readonly string[];
}

/** What somebody may do in the repository, from the least to the most. */
export type Permission = "none" | "read" | "write" | "admin";

/** The pull requests of the repository and the people around them. */
export interface PullRequests {
  pullRequest(number: number): Promise<PullRequest>;
  /** Every open pull request, or those that go into a branch; the oldest first. */
  openPullRequests(into: string | null): Promise<readonly OpenPullRequest[]>;
  /** Every open pull request whose newest commit this is. */
  openPullRequestsWithHead(head: string): Promise<readonly PullRequest[]>;
  /** In the order they were submitted in. */
  reviews(number: number): Promise<readonly Review[]>;
  /** What `head` has and `base` has not; both are commits. */
  commitsBetween(base: string, head: string): Promise<readonly WrittenCommit[]>;
  permission(login: string): Promise<Permission>;
  /** The newest commit of a branch. */
  branchTip(branch: string): Promise<string>;
  /** The branches that the merge queue makes, and their newest commits. */
  queueBranches(): Promise<readonly { readonly name: string; readonly head: string }[]>;
}
