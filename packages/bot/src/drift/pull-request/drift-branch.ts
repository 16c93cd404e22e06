import type { Branches, BranchHead, WrittenFile } from "../../github/branches.js";
import type { GitObjects } from "../../github/git-objects.js";
import { GitHubError } from "../../github/github-error.js";

/** The branch the pull request comes from; nobody else is to write on it. */
export const DRIFT_BRANCH = "schema-gate/drift";

type GitHub = Branches & Pick<GitObjects, "mergeBase" | "commit">;

/** Our commits name their tree: whoever amends, rebases or edits one makes a commit that is not ours. */
export function messageOf(tree: string): string {
  return `Take additive drift of live Trino into the snapshots\n\nSchema-Gate-Tree: ${tree}`;
}

/** Whether the newest commit of the branch is as we wrote it. */
export function isOurs({ mayBeOurs, message, tree }: BranchHead): boolean {
  return mayBeOurs && message.trimEnd() === messageOf(tree);
}

/**
 * Brings the branch, which is ours or not there yet, to hold these files on top of `tip`. It only ever moves forwards, so that
 * what somebody pushes at the same moment is never lost: false says that this happened.
 */
export async function writeBranch(
  github: GitHub,
  head: BranchHead | null,
  tip: string,
  files: readonly WrittenFile[],
): Promise<boolean> {
  if (head !== null && (await holds(github, head, tip, files))) return true;
  const tree = await github.createTree((await github.commit(tip)).tree, files);
  const parents = head === null ? [tip] : [...new Set([head.commit, tip])];
  const commit = await github.createCommit({ message: messageOf(tree), tree, parents });
  try {
    if (head === null) await github.createBranch(DRIFT_BRANCH, commit);
    else await github.advanceBranch(DRIFT_BRANCH, commit);
    return true;
  } catch (error) {
    if (error instanceof GitHubError && error.reason === "refused") return false;
    throw error;
  }
}

/** Whether the branch changes just these files: then others may have moved on without it. */
async function holds(github: GitHub, head: BranchHead, tip: string, files: readonly WrittenFile[]): Promise<boolean> {
  const base = await github.mergeBase(tip, head.commit);
  if (base === head.commit) return false;
  return head.tree === (await github.createTree((await github.commit(base)).tree, files));
}
