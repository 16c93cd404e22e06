import type { Branches, BranchHead, WrittenFile } from "../../github/branches.js";
import type { GitObjects } from "../../github/git-objects.js";
import { GitHubError } from "../../github/github-error.js";
import type { AdditiveDrift } from "./additive-drift.js";

/** The branch the pull request comes from; nobody else is to write on it. */
export const DRIFT_BRANCH = "schema-gate/drift";

type GitHub = Branches & Pick<GitObjects, "mergeBase" | "commit">;

/** Our commits name their day and tree: whoever amends, rebases or edits one makes a commit that is not ours. */
export function messageOf(day: string, tree: string): string {
  return `Take additive drift of live Trino into the snapshots\n\nSchema-Gate-Day: ${day}\nSchema-Gate-Tree: ${tree}`;
}

/** Whether the newest commit of the branch is as we wrote it. */
export function isOurs(head: BranchHead): boolean {
  const day = dayOf(head);
  return head.mayBeOurs && day !== null && head.message.trimEnd() === messageOf(day, head.tree);
}

function dayOf({ message }: BranchHead): string | null {
  return /^Schema-Gate-Day: (\d{4}-\d\d-\d\d)$/m.exec(message)?.[1] ?? null;
}

/**
 * Brings the branch, which is ours or not there yet, to hold the drift on top of `tip`. It only ever moves forwards, so that
 * what somebody pushes at the same moment is never lost: false says that this happened.
 */
export async function writeBranch(
  github: GitHub,
  head: BranchHead | null,
  { tip, day }: { readonly tip: string; readonly day: string },
  drift: AdditiveDrift,
): Promise<boolean> {
  if (head !== null && (await holds(github, head, tip, drift))) return true;
  const tree = await github.createTree((await github.commit(tip)).tree, filesOn(drift, day));
  const parents = head === null ? [tip] : [...new Set([head.commit, tip])];
  const commit = await github.createCommit({ message: messageOf(day, tree), tree, parents });
  try {
    if (head === null) await github.createBranch(DRIFT_BRANCH, commit);
    else await github.advanceBranch(DRIFT_BRANCH, commit);
    return true;
  } catch (error) {
    if (error instanceof GitHubError && error.reason === "refused") return false;
    throw error;
  }
}

function filesOn({ files, histories }: AdditiveDrift, day: string): readonly WrittenFile[] {
  return [...files, ...histories(day)];
}

/** Whether the branch changes just this, on the day it says: then the base and the days may have moved on without it. */
async function holds(github: GitHub, head: BranchHead, tip: string, drift: AdditiveDrift): Promise<boolean> {
  const base = await github.mergeBase(tip, head.commit);
  const day = dayOf(head);
  if (base === head.commit || day === null) return false;
  return head.tree === (await github.createTree((await github.commit(base)).tree, filesOn(drift, day)));
}
