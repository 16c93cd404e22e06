import type { Repository } from "../git/repository.js";
import { requireWorkTree } from "../git/work-tree-changes.js";
import { policyOfWorkTree } from "../policy/policy-edits.js";
import { policyOfDirectory } from "../policy/policy-of-directory.js";
import { worktreeSide } from "../sides/worktree-side.js";
import type { Change } from "./change.js";
import { requireReadersOfWorkTree } from "./changed-readers.js";
import { historiesEditedInWorkTree } from "./edited-histories.js";

/** What the working tree over `commit` (40 hex digits) changed, snapshots standing in `folder`. */
export function workTreeChange(repository: Repository, commit: string, folder: string): Change {
  const workTree = requireWorkTree(repository);
  return {
    commit,
    side: (left, committed) => worktreeSide(repository, left, folder, committed),
    histories: (left) => historiesEditedInWorkTree(repository, left, folder),
    policy: (left) => policyOfWorkTree(repository, left),
    requireReaders: (left) => requireReadersOfWorkTree(repository, left),
    waivers: async () => (await policyOfDirectory(workTree)).waivers,
  };
}
