import type { Account } from "./account.js";
import type { Issue } from "./issue.js";

export interface Review {
  readonly id: number;
  readonly author: Account;
  state: "APPROVED" | "CHANGES_REQUESTED" | "COMMENTED" | "DISMISSED" | "PENDING";
  body: string;
  /** The head commit it was given on. */
  readonly commit: string;
  submittedAt: string;
}

/** What a pull request has beyond an issue. */
export interface Pull {
  readonly id: number;
  readonly issue: Issue;
  /** The branch it comes from, and the full name of the repository that holds it. */
  readonly headRef: string;
  readonly headRepository: string;
  headSha: string;
  baseRef: string;
  /** The tip of the base branch when the pull request was opened, pushed to or retargeted: not followed afterwards, as on GitHub. */
  baseSha: string;
  draft: boolean;
  merged: { readonly at: string; readonly by: Account; readonly sha: string } | null;
  /** GitHub's own merge of the two sides as they are, by a message that names both. */
  testMerge: { readonly message: string; readonly sha: string } | null;
  readonly reviews: Review[];
  requestedReviewers: Account[];
  /** Slugs. */
  requestedTeams: string[];
}
