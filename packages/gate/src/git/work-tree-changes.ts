import { UserError } from "@schema-gate/contract";
import { shown } from "../shown.js";
import { records } from "./list-tree.js";
import type { Clone } from "./repository.js";
import { askGit } from "./run-git.js";
import { withoutFilters } from "./without-filters.js";

/** Paths from the root of the working tree that may differ there from a commit. */
export interface WorkTreeChanges {
  readonly gone: readonly string[];
  /** Changed or new: what they hold must be looked at. */
  readonly present: readonly string[];
}

/** Where the files are checked out. Throws a UserError for a bare repository. */
export function requireWorkTree({ directory, workTree }: Clone): string {
  if (workTree !== null) return workTree;
  throw new UserError("usage", `${shown(directory)} has no working tree; name a revision instead, as git:<rev>.`);
}

/**
 * What may differ between `commit` and the working tree below `folder`; ignored files do not count. Line ends that git
 * converts are no difference; what a filter would make of a file is not asked, so a file that has one may count as
 * changed, and is then read as it stands on disk.
 */
export async function workTreeChanges(repository: Clone, commit: string, folder: string): Promise<WorkTreeChanges> {
  const workTree = requireWorkTree(repository);
  const below = ["--", folder === "" ? "." : folder];
  // Plumbing rather than `git diff`: no configuration of the user changes its output or makes it run a program.
  const tracked = ["diff-index", "--name-status", "-z", "--no-renames", "--ignore-submodules=none", commit, ...below];
  const untracked = ["ls-files", "--others", "--exclude-standard", "-z", ...below];
  const [statuses, others] = await Promise.all([
    withoutFilters(workTree).then((options) => askGit(workTree, [...options, ...tracked])),
    askGit(workTree, untracked),
  ]);
  const present = new Set(records(others));
  const gone = new Set<string>();
  const fields = records(statuses);
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const path = fields[at + 1] ?? "";
    if (fields[at] !== "D") present.add(path);
    else if (!present.has(path)) gone.add(path);
  }
  return { gone: [...gone], present: [...present] };
}
