import { listTree, requirePlainFile } from "./list-tree.js";
import { readBlobs } from "./read-blobs.js";
import type { Repository } from "./repository.js";

/** One file of a commit (40 hex digits) by its path from the repository's root; `null` where there is no such file. */
export async function readFile(repository: Repository, commit: string, path: string): Promise<Buffer | null> {
  const listed = await listTree(repository, commit, path);
  const file = [...listed].find((each) => each.path === path);
  if (!file) return null;
  requirePlainFile(file);
  let found: Buffer | null = null;
  await readBlobs(repository, [file.blob], (_, bytes) => {
    found = bytes;
  });
  return found;
}
