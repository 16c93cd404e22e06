import type { Commits } from "./commits.js";
import { requirePlainFile } from "./list-tree.js";

/** One file of a commit (40 hex digits) by its path from the repository's root; `null` where there is no such file. */
export async function readFile(commits: Commits, commit: string, path: string): Promise<Buffer | null> {
  const listed = await commits.files(commit, path);
  const file = [...listed].find((each) => each.path === path);
  if (!file) return null;
  requirePlainFile(file);
  return readBlob(commits, file.blob);
}

/** What a blob holds, by its id. */
export async function readBlob(commits: Commits, id: string): Promise<Buffer | null> {
  let found: Buffer | null = null;
  await commits.readBlobs([id], (_, bytes) => {
    found = bytes;
  });
  return found;
}
