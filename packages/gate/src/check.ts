import { UserError } from "@schema-gate/contract";
import type { Report } from "@schema-gate/report";
import { commitsOfClone } from "./git/commits.js";
import { defaultBase } from "./git/default-base.js";
import { requireCommit } from "./git/find-commit.js";
import { mergeBase } from "./git/merge-base.js";
import { openRepository, type Repository } from "./git/repository.js";
import type { BelievedSource } from "./judge/believe.js";
import { countViews } from "./judge/changed-views.js";
import type { ComparisonProgress } from "./judge/compare-sides.js";
import type { FailOn } from "./judge/decide-action.js";
import { judge } from "./judge/judge.js";
import { readWaiver } from "./judge/read-waiver.js";
import { releaseDays } from "./judge/release-days.js";
import { policyEdits, policyOfWorkTree } from "./policy/policy-edits.js";
import { policyOfCommit } from "./policy/policy-of-commit.js";
import { policyOfDirectory } from "./policy/policy-of-directory.js";
import { gitSide } from "./sides/git-side.js";
import { gitSideFrom } from "./sides/git-sides.js";
import type { Side } from "./sides/side.js";
import { worktreeSide } from "./sides/worktree-side.js";

export interface CheckRequest {
  /** Any directory of the working tree. */
  readonly directory: string;
  /** The branch the change goes into; `null` is what the remote says, else `main`, else `master`. */
  readonly base: string | null;
  /** Whose configuration and waivers count; `null` is the base. */
  readonly policyRevision: string | null;
  /** Where the snapshots stand, from the repository's root. */
  readonly folder: string;
  readonly asOf: string;
  readonly failOn: FailOn;
  readonly onProgress?: (progress: ComparisonProgress) => void;
}

/** A revision as it was named or found, and the commit (40 hex digits) it stood for. */
export interface Resolved {
  readonly revision: string;
  readonly commit: string;
}

/** The verdict, and what it was made against: a base nobody named must be said. */
export interface CheckResult {
  readonly report: Report;
  readonly base: Resolved & { readonly isDefault: boolean };
  readonly policy: Resolved;
  readonly mergeBase: string;
}

/**
 * The gate: what the working tree changed since it left the base, judged by the policy of the base's newest commit, never
 * by the change's own.
 */
export async function check(request: CheckRequest): Promise<CheckResult> {
  const repository = await openRepository(request.directory);
  const base = await resolve(repository, request.base ?? (await defaultBase(repository)));
  const policy = request.policyRevision === null ? base : await resolve(repository, request.policyRevision);
  const head = await requireCommit(repository, "HEAD");
  if (repository.workTree !== null) requireReadablePolicy(repository.workTree, request.asOf);
  const left = await mergeBase(repository, base.commit, head);
  const commits = commitsOfClone(repository);
  const committed = gitSide(repository, left, request.folder);
  const [before, after, rules, edits] = await Promise.all([
    committed,
    worktreeSide(repository, left, request.folder, committed),
    policyOfCommit(repository, policy.commit),
    policyOfWorkTree(repository, left).then((change) => policyEdits(commits, { left, policy: policy.commit }, change)),
  ]);
  const believed = believedOf(repository, before, base.commit, request.folder);
  const report = await judge({
    ...rules,
    before,
    after,
    policyEdits: edits.length > 0 && (await isAdoption(before, believed)) ? [] : edits,
    asOf: request.asOf,
    planned: false,
    believed,
    failOn: request.failOn,
    mode: "check",
    ...(request.onProgress && { onProgress: request.onProgress }),
  });
  return { report, base: { ...base, isDefault: request.base === null }, policy, mergeBase: left };
}

/** The change's own configuration and waivers do not count, but merged unreadable they would stop everybody after it. */
function requireReadablePolicy(root: string, asOf: string): void {
  for (const waiver of policyOfDirectory(root).waivers) {
    const { fault } = readWaiver(waiver, asOf);
    if (fault?.rule === "waiver-malformed") throw new UserError("usage", fault.message);
  }
}

async function resolve(repository: Repository, revision: string): Promise<Resolved> {
  return { revision, commit: await requireCommit(repository, revision) };
}

/** Where no view is guarded yet, its first configuration comes with it: there is nothing it could weaken. */
async function isAdoption(before: Side, { side }: BelievedSource): Promise<boolean> {
  return countViews(before) === 0 && countViews(await side()) === 0;
}

/** The base tip, told by what it differs in from the merge base, when it is first asked for. */
function believedOf(repository: Repository, mergeBaseSide: Side, base: string, folder: string): BelievedSource {
  let baseTip: Promise<Side> | null = null;
  return {
    side: () => (baseTip ??= gitSideFrom(repository, mergeBaseSide, base, folder)),
    releasedOn: releaseDays(commitsOfClone(repository), base),
  };
}
