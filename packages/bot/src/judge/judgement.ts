import type { Report } from "@schema-gate/report";
import type { PullRequest } from "../github/pull-requests.js";
import type { Approvals } from "./approvals.js";
import type { Grounds } from "./grounds.js";

/** A pull request was judged. */
export interface Verdict {
  readonly kind: "judged";
  readonly pullRequest: PullRequest;
  /** The commit that was judged. */
  readonly head: string;
  /** What it was judged by: the policy is that of its `baseTip`. */
  readonly grounds: Grounds;
  readonly approvals: Approvals;
  readonly report: Report;
}

/** A pull request could not be judged, which is never a pass. */
export interface CouldNotCheck {
  readonly kind: "could-not-check";
  readonly pullRequest: PullRequest;
  readonly head: string;
  /** `null` where not even they could be read. */
  readonly grounds: Grounds | null;
  readonly reason: string;
  /** What was thrown, where nobody expected it: for whoever keeps the log. */
  readonly defect: unknown;
}

/** What came of judging a pull request. */
export type Judgement = Verdict | CouldNotCheck;
