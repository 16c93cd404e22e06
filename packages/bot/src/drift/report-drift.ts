import { type Config, type Profile, UserError } from "@schema-gate/contract";
import { directorySide, policyOfCommit } from "@schema-gate/gate";
import type { Report } from "@schema-gate/report";
import { commitsOfGitHub } from "../github/commits/api-commits.js";
import type { DriftGitHub } from "../github/drift-github.js";
import { keepIssues } from "./issues/keep-issues.js";
import type { Step } from "./issues/step.js";
import { additiveDrift } from "./pull-request/additive-drift.js";
import { type Kept, keepPullRequest } from "./pull-request/keep-pull-request.js";
import { scopeOf } from "./scope.js";
import { driftByView } from "./view-drift.js";

/** What the job that looked at live Trino left behind, and how it is told. */
export interface NightlyDrift {
  readonly report: Report;
  /** Where it stands in full, if anywhere. */
  readonly reportUrl: string | null;
  /** The folder of snapshots as live Trino shows them; `null` where there is none: then no pull request is made or closed. */
  readonly observed: string | null;
  /** The profile that was looked at; `null` is the only one. */
  readonly profile: string | null;
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
  const { report, reportUrl, observed, mostIssues } = night;
  const branch = await github.defaultBranch();
  const tip = await github.branchTip(branch);
  const commits = commitsOfGitHub(github);
  const policy = await policyOfCommit(commits, tip);
  const scope = scopeOf(profileOf(policy.config, night.profile));
  const drifts = driftByView(report);
  await keepIssues(github, { report, reportUrl, drifts, starts: scope.starts, mostIssues }, told.onStep);
  if (observed === null) return;
  const shown = directorySide(observed, ".");
  const { asOf } = report.compared;
  const drift = await additiveDrift({ commits, tip, policy, shown, scope, asOf });
  told.onPullRequest(await keepPullRequest(github, { branch, tip, day: asOf }, drift));
}

function profileOf({ profiles }: Config, name: string | null): Profile {
  const names = Object.keys(profiles);
  const [only = ""] = names;
  if (name === null && names.length !== 1) {
    throw new UserError("usage", `schema-gate.yaml has ${names.length} profiles; say which was looked at: --profile.`);
  }
  const profile = Object.hasOwn(profiles, name ?? only) ? profiles[name ?? only] : undefined;
  if (profile === undefined) throw new UserError("usage", `schema-gate.yaml has no profile ${JSON.stringify(name)}.`);
  return profile;
}
