import type { Commits } from "../git/commits.js";
import { readFile } from "../git/read-file.js";
import { policyPaths } from "../policy/policy-edits.js";
import { policyOfCommit } from "../policy/policy-of-commit.js";
import { gitSideFrom } from "../sides/git-sides.js";
import type { Change } from "./change.js";
import { requireReadersBetween } from "./changed-readers.js";
import { historiesEditedBetween } from "./edited-histories.js";

/** What a commit (40 hex digits) changed, snapshots standing in `folder`. */
export function committedChange(commits: Commits, commit: string, folder: string): Change {
  return {
    commit,
    side: async (_, committed) => gitSideFrom(commits, await committed, commit, folder),
    histories: (left) => historiesEditedBetween(commits, left, commit, folder),
    policy: async (left) => {
      const { before, after } = await commits.changes(left, commit, policyPaths);
      const files = [...new Set([...before, ...after].map(({ path }) => path))];
      return { files, read: (file) => readFile(commits, commit, file) };
    },
    requireReaders: (left) => requireReadersBetween(commits, left, commit),
    waivers: async () => (await policyOfCommit(commits, commit)).waivers,
  };
}
