import type { Git } from "./git.js";

/** One entry of a tree; `size` in bytes, of blobs only. */
export interface TreeEntry {
  readonly mode: string;
  readonly type: "blob" | "tree" | "commit";
  readonly sha: string;
  readonly size: number | null;
  /** From the root of the listed tree. */
  readonly path: string;
}

/** The entries of a tree by sha, with those of its subtrees when `recursive`. */
export async function treeEntries(git: Git, sha: string, recursive: boolean): Promise<readonly TreeEntry[]> {
  const text = await git.remember(["ls-tree", "-z", "-l", ...(recursive ? ["-r", "-t"] : []), sha]);
  return text.split("\0").flatMap((line) => {
    const [, mode = "", type = "", entry = "", size = "", path = ""] =
      /^(\d+) (\w+) ([0-9a-f]{40}) +(-|\d+)\t([\s\S]*)$/.exec(line) ?? [];
    if (path === "") return [];
    return [{ mode, type: type as TreeEntry["type"], sha: entry, size: size === "-" ? null : Number(size), path }];
  });
}
