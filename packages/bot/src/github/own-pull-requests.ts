/** A pull request of ours. */
export interface OwnPullRequest {
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly state: "open" | "merged" | "closed";
}

/** A pull request that is to be opened; `head` and `base` are branches of this repository. */
export interface NewPullRequest {
  readonly title: string;
  readonly body: string;
  readonly head: string;
  readonly base: string;
}

/** The pull requests we open. */
export interface OwnPullRequests {
  /** Whether checks start by themselves on what we open: GitHub starts no workflow for a workflow's own token. */
  startsWorkflows(): Promise<boolean>;
  /** Every pull request from a branch of this repository that we opened, the newest first. */
  ownPullRequests(branch: string): Promise<readonly OwnPullRequest[]>;
  /** Asked once: after an "unclear" `GitHubError` whoever asked looks first whether it is there. */
  createPullRequest(pullRequest: NewPullRequest): Promise<OwnPullRequest>;
  updatePullRequest(
    number: number,
    change: { readonly title: string; readonly body: string; readonly state: "open" | "closed" },
  ): Promise<OwnPullRequest>;
}
