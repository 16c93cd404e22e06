import { records, type TreeFile } from "./list-tree.js";
import type { Clone } from "./repository.js";
import { askGit } from "./run-git.js";

/** The files that differ between two commits, as each has them; one that came or went stands on one side only. */
export interface TreeChanges {
  readonly before: readonly TreeFile[];
  readonly after: readonly TreeFile[];
}

const NO_FILE = "000000";

/** What differs between two commits below some folders ("" is the whole tree). git skips whole folders that are the same. */
export async function treeChanges(
  { directory }: Clone,
  before: string,
  after: string,
  folders: readonly string[],
): Promise<TreeChanges> {
  const below = folders.includes("") ? [] : folders;
  const options = ["-r", "-z", "--raw", "--no-abbrev", "--no-renames", "--ignore-submodules=none"];
  const fields = records(await askGit(directory, ["diff-tree", ...options, before, after, "--", ...below]));
  const changes: { before: TreeFile[]; after: TreeFile[] } = { before: [], after: [] };
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const path = fields[at + 1] ?? "";
    // `:<mode before> <mode after> <id before> <id after> <letter>`
    const [modeBefore = "", modeAfter = "", blobBefore = "", blobAfter = ""] = (fields[at] ?? "").slice(1).split(" ");
    if (modeBefore !== NO_FILE) changes.before.push({ path, mode: modeBefore, blob: blobBefore });
    if (modeAfter !== NO_FILE) changes.after.push({ path, mode: modeAfter, blob: blobAfter });
  }
  return changes;
}
