import { existsSync } from "node:fs";
import { UserError } from "@schema-gate/contract";
import { observedSide, policyOfCommit, type Side } from "@schema-gate/gate";
import { commitsOfGitHub } from "../github/commits/api-commits.js";
import type { DriftGitHub } from "../github/drift-github.js";
import { keepIssues } from "./issues/keep-issues.js";
import type { Step } from "./issues/step.js";
import { sizeOfPlainFile } from "./plain-file.js";
import { additiveDrift } from "./pull-request/additive-drift.js";
import { type Kept, keepPullRequest } from "./pull-request/keep-pull-request.js";
import type { DriftReport } from "./read-report.js";
import { driftByView } from "./view-drift.js";

/** What the job that looked at live Trino left behind, and how it is told. */
export interface NightlyDrift {
  readonly report: DriftReport;
  /** Where it stands in full, if anywhere. */
  readonly reportUrl: string | null;
  /** The file of the views as the same run saw them; `null` where there is none: then no pull request is made or closed. */
  readonly observed: string | null;
  readonly mostIssues: number;
}

/** What is told while it is done. */
export interface Told {
  readonly onStep: (step: Step) => void;
  readonly onPullRequest: (kept: Kept) => void;
}

/**
 * Tells GitHub what a night found: issues first, then the pull request. Configuration is read at the tip of the default branch.
 * Doing it again changes nothing; what a run could not do the next one does.
 */
export async function reportDrift(github: DriftGitHub, night: NightlyDrift, told: Told): Promise<void> {
  const { report, reportUrl, mostIssues } = night;
  const shown = night.observed === null ? null : await readObserved(night.observed, report);
  const branch = await github.defaultBranch();
  const tip = await github.branchTip(branch);
  await keepIssues(github, { report, reportUrl, drifts: driftByView(report), mostIssues }, told.onStep);
  if (shown === null) return;
  const commits = commitsOfGitHub(github);
  const policy = await policyOfCommit(commits, tip);
  const { asOf } = report.compared;
  const drift = await additiveDrift({ commits, tip, policy, shown, asOf });
  told.onPullRequest(await keepPullRequest(github, { branch, tip, day: asOf }, drift));
}

/** The views of the run that made the report, and of no other: what one file says of live Trino the other was judged by. */
async function readObserved(file: string, { compared }: DriftReport): Promise<Side> {
  if (existsSync(file)) sizeOfPlainFile(file);
  const side = await observedSide(file, ".");
  if (side.digest === compared.after.digest) return side;
  const reason = "these are not the views that the report was made of; take both from one run of schema-diff drift";
  throw new UserError("usage", `${file}: ${reason}.`);
}
