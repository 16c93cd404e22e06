import { UserError } from "@schema-gate/contract";
import { shown } from "../shown.js";
import type { Repository } from "./repository.js";
import { runGit } from "./run-git.js";

/** The commit a revision names, 40 hex digits, or `null` if it names none. */
export async function findCommit({ directory }: Repository, revision: string): Promise<string | null> {
  const question = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`];
  const { stdout } = await runGit(directory, question);
  // "^HEAD" and the like are answered too, with what is no single commit.
  return /^[0-9a-f]{40}\n$/.test(stdout) ? stdout.trimEnd() : null;
}

/** The commit a revision names. Throws a UserError saying what to do if it names none. */
export async function requireCommit(repository: Repository, revision: string): Promise<string> {
  const commit = await findCommit(repository, revision);
  if (commit !== null) return commit;
  const hint = repository.isShallow
    ? "This clone is shallow: fetch the whole history (with actions/checkout, fetch-depth: 0)."
    : "Fetch it, or name a branch, tag or commit that `git log` knows.";
  throw new UserError("usage", `git knows no commit ${JSON.stringify(shown(revision))}. ${hint}`);
}
