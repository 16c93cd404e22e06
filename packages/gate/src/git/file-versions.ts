import { dayOf } from "./first-days.js";
import { mainLine } from "./main-line.js";
import type { Clone } from "./repository.js";
import { gitFailed, runGit } from "./run-git.js";

/** What a file held from a day (UTC) on: a blob, or `null` while it was not there. */
export interface FileVersion {
  readonly day: string;
  readonly blob: string | null;
}

const NO_BLOB = /^0+$/;

/** The versions of a file on the branch that ends in `commit`, the newest first, by the days of its first parents. */
export async function fileVersions(repository: Clone, commit: string, file: string): Promise<readonly FileVersion[]> {
  const line = await mainLine(repository, commit);
  const byId = new Map(line.map((each) => [each.commit, each]));
  const args = ["diff-tree", "--stdin", "--root", "-r", "-z", "--no-renames", "--raw", "--no-abbrev", "--", file];
  const questions = line.map(({ commit: id, parent }) => (parent === null ? `${id}\n` : `${id} ${parent}\n`));
  const { code, stderr, stdout } = await runGit(repository.directory, args, questions.join(""));
  if (code !== 0) throw gitFailed(args, stderr);
  const versions: FileVersion[] = [];
  let current = line[0];
  for (const token of stdout.split("\0")) {
    if (/^[0-9a-f]{40}$/.test(token)) current = byId.get(token);
    // `:<mode before> <mode after> <id before> <id after> <letter>`, then the path, which is the one asked for.
    if (!token.startsWith(":") || !current) continue;
    const blob = token.split(" ")[3] ?? "";
    versions.push({ day: dayOf(repository, current, file), blob: NO_BLOB.test(blob) ? null : blob });
  }
  return versions;
}
