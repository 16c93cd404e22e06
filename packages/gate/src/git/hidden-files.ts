import { UserError } from "@schema-gate/contract";
import { shown } from "../shown.js";
import { records } from "./list-tree.js";
import { askGit } from "./run-git.js";

/**
 * Refuses a working tree in which git was told not to look at some files below `folder` (sparse checkout, skip-worktree,
 * assume-unchanged): what they hold could not be compared, and a comparison that leaves something out must not look green.
 */
export async function refuseHiddenFiles(workTree: string, folder: string): Promise<void> {
  const listed = records(await askGit(workTree, ["ls-files", "-v", "-z", "--", folder === "" ? "." : folder]));
  // "S" is skip-worktree; a lower-case letter is assume-unchanged.
  const hidden = listed.filter((entry) => /^(S|[a-z]) /.test(entry)).map((entry) => entry.slice(2));
  const [first] = hidden;
  if (first === undefined) return;
  const others = hidden.length === 1 ? "" : ` and ${hidden.length - 1} more`;
  throw new UserError(
    "usage",
    `git does not look at ${shown(first)}${others} here (sparse checkout, skip-worktree or assume-unchanged), so they cannot be compared. ` +
      "Check out everything below the snapshots, and undo the flags with `git update-index --no-skip-worktree --no-assume-unchanged`.",
  );
}
