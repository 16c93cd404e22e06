import type { Report } from "@schema-gate/report";
import type { PullRequest } from "../github/pull-requests.js";
import type { Approvals } from "./approvals.js";

/** A pull request was judged. */
export interface Verdict {
  readonly kind: "judged";
  readonly pullRequest: PullRequest;
  /** The commit that was judged. */
  readonly head: string;
  /** The newest commit of the branch it goes into: whose policy it was judged by. */
  readonly baseTip: string;
  readonly approvals: Approvals;
  readonly report: Report;
}

/** A pull request could not be judged, which is never a pass. */
export interface CouldNotCheck {
  readonly kind: "could-not-check";
  readonly pullRequest: PullRequest;
  readonly head: string;
  readonly reason: string;
  /** What was thrown, where nobody expected it: for whoever keeps the log. */
  readonly defect: unknown;
}

/** What came of judging a pull request. */
export type Judgement = Verdict | CouldNotCheck;
