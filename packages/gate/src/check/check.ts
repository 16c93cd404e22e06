import { defaultBase } from "../git/default-base.js";
import { requireCommit } from "../git/find-commit.js";
import { openRepository, type Repository } from "../git/repository.js";
import { committedChange } from "./committed-change.js";
import { type JudgedBy, type JudgedChange, judgeChange } from "./judge-change.js";
import { workTreeChange } from "./work-tree-change.js";

export interface CheckRequest extends Omit<JudgedBy, "base" | "policy"> {
  /** Any directory of the working tree. */
  readonly directory: string;
  /** The branch the change goes into; `null` is what the remote says, else `main`, else `master`. */
  readonly base: string | null;
  /** The commit that is judged; `null` is the working tree. */
  readonly head: string | null;
  /** Whose configuration and waivers count; `null` is the base. */
  readonly policyRevision: string | null;
}

/** A revision as it was named or found, and the commit (40 hex digits) it stood for. */
export interface Resolved {
  readonly revision: string;
  readonly commit: string;
}

/** The verdict, and what it was made against: a base nobody named must be said. */
export interface CheckResult extends JudgedChange {
  readonly base: Resolved & { readonly isDefault: boolean };
  readonly policy: Resolved;
  /** Whether the base held the judged commit already, so that no commit was left to judge. */
  readonly isInBase: boolean;
}

/** The gate on a clone: what a commit or the working tree changed since it left the base. */
export async function check(request: CheckRequest): Promise<CheckResult> {
  const repository = await openRepository(request.directory);
  const base = await resolve(repository, request.base ?? (await defaultBase(repository)));
  const policy = request.policyRevision === null ? base : await resolve(repository, request.policyRevision);
  const commit = await requireCommit(repository, request.head ?? "HEAD");
  const change = request.head === null ? workTreeChange : committedChange;
  const judged = await judgeChange(repository, change(repository, commit, request.folder), {
    ...request,
    base: base.commit,
    policy: policy.commit,
  });
  return {
    ...judged,
    base: { ...base, isDefault: request.base === null },
    policy,
    isInBase: judged.mergeBase === commit,
  };
}

async function resolve(repository: Repository, revision: string): Promise<Resolved> {
  return { revision, commit: await requireCommit(repository, revision) };
}
