import { join } from "node:path";
import type { Commits } from "../git/commits.js";
import { requirePlainFile } from "../git/list-tree.js";
import type { Repository } from "../git/repository.js";
import { requireWorkTree, workTreeChanges } from "../git/work-tree-changes.js";
import { READERS_FOLDER, requireInTeam } from "../readers/registered-texts.js";
import { requireUtf8 } from "../sides/file-side.js";
import { readPlainFile } from "../sides/read-file.js";

/**
 * Refuses queries that a commit registers since `left` and that cannot be read: merged, they would stop every change that may
 * break anybody, whatever its view.
 */
export async function requireReadersBetween(commits: Commits, left: string, commit: string): Promise<void> {
  const { after } = await commits.changes(left, commit, [READERS_FOLDER]);
  const files = after.filter(({ path }) => path.endsWith(".sql"));
  for (const file of files) {
    requireInTeam(file.path);
    requirePlainFile(file);
  }
  const ids = files.map(({ blob }) => blob);
  await commits.readBlobs(ids, (index, bytes) => requireUtf8(bytes, files[index]?.path ?? ""));
}

/** The same of the queries that the working tree registers. */
export async function requireReadersOfWorkTree(repository: Repository, left: string): Promise<void> {
  const { present } = await workTreeChanges(repository, left, READERS_FOLDER);
  for (const file of present.filter((path) => path.endsWith(".sql"))) {
    requireInTeam(file);
    const bytes = readPlainFile(join(requireWorkTree(repository), file));
    if (bytes !== null) requireUtf8(bytes, file);
  }
}
