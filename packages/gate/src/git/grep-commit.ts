import type { Clone } from "./repository.js";
import { gitFailed, runGit } from "./run-git.js";

/** The files of a commit (40 hex digits) below some folders that hold one of these texts, in any case. */
export async function grepCommit(
  { directory }: Clone,
  commit: string,
  folders: readonly string[],
  texts: readonly string[],
): Promise<ReadonlySet<string>> {
  const patterns = texts.flatMap((text) => ["-e", text]);
  const args = [
    "grep",
    "-l",
    "-z",
    "-a",
    "-i",
    "-F",
    "--no-color",
    "--full-name",
    ...patterns,
    commit,
    "--",
    ...folders,
  ];
  const { code, stderr, stdout } = await runGit(directory, args);
  // 1 says that no file holds any.
  if (code !== 0 && code !== 1) throw gitFailed(args, stderr);
  const start = commit.length + 1;
  return new Set(stdout.split("\0").map((entry) => entry.slice(start)));
}
