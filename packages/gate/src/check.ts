import { snapshotPath, UserError, type ViewName, viewLabel } from "@schema-gate/contract";
import type { Report } from "@schema-gate/report";
import { defaultBase } from "./git/default-base.js";
import { requireCommit } from "./git/find-commit.js";
import { firstDays } from "./git/first-days.js";
import { mergeBase } from "./git/merge-base.js";
import { openRepository, type Repository } from "./git/repository.js";
import type { ComparisonProgress, ReleaseDays } from "./judge/compare-sides.js";
import type { FailOn } from "./judge/decide-action.js";
import { judge } from "./judge/judge.js";
import { readWaiver } from "./judge/read-waiver.js";
import { policyOfCommit } from "./policy/policy-of-commit.js";
import { policyOfDirectory } from "./policy/policy-of-directory.js";
import { fileBelow } from "./sides/file-below.js";
import { folderPath, gitSide } from "./sides/git-side.js";
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
  if (repository.workTree !== null) await requireReadablePolicy(repository.workTree, request.asOf);
  const left = await mergeBase(repository, base.commit, head);
  const [before, after, rules] = await Promise.all([
    gitSide(repository, left, request.folder),
    worktreeSide(repository, left, request.folder),
    policyOfCommit(repository, policy.commit),
  ]);
  const report = await judge({
    ...rules,
    before,
    after,
    asOf: request.asOf,
    planned: false,
    releasedOn: releaseDays(repository, base.commit, request.folder),
    failOn: request.failOn,
    mode: "check",
    ...(request.onProgress && { onProgress: request.onProgress }),
  });
  return { report, base: { ...base, isDefault: request.base === null }, policy, mergeBase: left };
}

/** The change's own configuration and waivers do not count, but merged unreadable they would stop everybody after it. */
async function requireReadablePolicy(root: string, asOf: string): Promise<void> {
  for (const waiver of (await policyOfDirectory(root)).waivers) {
    const { fault } = await readWaiver(waiver, asOf);
    if (fault?.rule === "waiver-malformed") throw new UserError("usage", fault.message);
  }
}

async function resolve(repository: Repository, revision: string): Promise<Resolved> {
  return { revision, commit: await requireCommit(repository, revision) };
}

/** Since when snapshots have stood on the branch that ends in `commit`. */
export function releaseDays(repository: Repository, commit: string, folder: string): ReleaseDays {
  return async (views: readonly ViewName[]) => {
    const fileOf = new Map(views.map((view) => [viewLabel(view), fileBelow(folderPath(folder), snapshotPath(view))]));
    const days = await firstDays(repository, commit, [...new Set(fileOf.values())]);
    return new Map(
      Array.from(fileOf).flatMap(([label, file]) => {
        const day = days.get(file);
        return day === undefined ? [] : [[label, day] as const];
      }),
    );
  };
}
