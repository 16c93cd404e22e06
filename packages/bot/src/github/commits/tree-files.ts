import type { TreeFile } from "@schema-gate/gate";
import type { GitObjects, Tree, TreeEntry } from "../git-objects.js";
import { GitHubError } from "../github-error.js";

/** What a commit holds at or below a path ("" is the whole tree), in the order of git. */
export async function filesBelow(objects: GitObjects, commit: string, path: string): Promise<readonly TreeFile[]> {
  const { tree } = await objects.commit(commit);
  if (path === "") return filesOfTree(objects, tree, "");
  const entry = await entryAt(objects, tree, path.split("/"));
  if (entry === null) return [];
  return entry.type === "tree" ? filesOfTree(objects, entry.id, `${path}/`) : [fileOf(entry, path)];
}

/** All files of a tree; `prefix` is written before their paths. */
export async function filesOfTree(objects: GitObjects, tree: string, prefix: string): Promise<readonly TreeFile[]> {
  const all = await objects.tree(tree, "with all below");
  if (all.isTruncated) return filesLevelByLevel(objects, tree, prefix);
  return all.entries.flatMap((entry) => (entry.type === "tree" ? [] : [fileOf(entry, `${prefix}${entry.path}`)]));
}

/** The entries of one tree alone; a tree that GitHub does not tell whole is an error. */
export async function entriesOf(objects: GitObjects, tree: string): Promise<readonly TreeEntry[]> {
  return whole(await objects.tree(tree, "alone"), tree);
}

/** An entry as a file of a commit. */
export function fileOf({ mode, id }: TreeEntry, path: string): TreeFile {
  return { path, mode, blob: id };
}

/** For trees too large to be told with all below them. */
async function filesLevelByLevel(objects: GitObjects, tree: string, prefix: string): Promise<readonly TreeFile[]> {
  const files: TreeFile[] = [];
  for (const entry of await entriesOf(objects, tree)) {
    const path = `${prefix}${entry.path}`;
    if (entry.type === "tree") for (const file of await filesOfTree(objects, entry.id, `${path}/`)) files.push(file);
    else files.push(fileOf(entry, path));
  }
  return files;
}

async function entryAt(objects: GitObjects, root: string, names: readonly string[]): Promise<TreeEntry | null> {
  let tree = root;
  for (const [depth, name] of names.entries()) {
    const entry = (await entriesOf(objects, tree)).find(({ path }) => path === name);
    if (entry === undefined) return null;
    if (depth === names.length - 1) return entry;
    // What a link or a submodule leads to is not part of the commit.
    if (entry.type !== "tree") return null;
    tree = entry.id;
  }
  return null;
}

function whole({ entries, isTruncated }: Tree, id: string): readonly TreeEntry[] {
  if (!isTruncated) return entries;
  throw new GitHubError(
    "usage",
    "refused",
    `Tree ${id} has more entries than GitHub tells; spread its files over folders.`,
  );
}
