import type { Commits } from "@schema-gate/gate";
import { committedChange, type FailOn, judgeChange, SNAPSHOTS_FOLDER } from "@schema-gate/gate";
import type { Report } from "@schema-gate/report";

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

/** The gate as `schema-diff check --base <base> --head <head>` runs it, on commits wherever they stand. */
export const checkCommits: CheckCommits = async (commits, { base, head, ...by }) => {
  const change = committedChange(commits, head, SNAPSHOTS_FOLDER);
  const { report } = await judgeChange(commits, change, { ...by, base, policy: base, folder: SNAPSHOTS_FOLDER });
  return report;
};
