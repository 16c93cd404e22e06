import { UserError } from "@schema-gate/contract";
import { shown } from "../shown.js";
import type { Clone } from "./repository.js";
import { askGit, runGit } from "./run-git.js";

/** The commit a revision names, 40 hex digits, or `null` if it names none. */
export async function findCommit({ directory }: Clone, revision: string): Promise<string | null> {
  const question = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`];
  const { stdout } = await runGit(directory, question);
  // "^HEAD" and the like are answered too, with what is no single commit.
  return /^[0-9a-f]{40}\n$/.test(stdout) ? stdout.trimEnd() : null;
}

/** The commit a revision names. Throws a UserError saying what to do if it names none, or more than one. */
export async function requireCommit(repository: Clone, revision: string): Promise<string> {
  const commit = await findCommit(repository, revision);
  if (commit !== null) {
    await requireOneMeaning(repository, revision);
    return commit;
  }
  const hint = repository.isShallow
    ? "This clone is shallow: fetch the whole history (with actions/checkout, fetch-depth: 0)."
    : "Fetch it, or name a branch, tag or commit that `git log` knows.";
  throw new UserError("usage", `git knows no commit ${JSON.stringify(shown(revision))}. ${hint}`);
}

/**
 * Git takes a tag for a branch of that name, and a branch for an abbreviated commit, with a mere warning: whoever may push
 * one could choose what a change is compared with.
 */
async function requireOneMeaning({ directory }: Clone, revision: string): Promise<void> {
  const places = ["refs/heads/", "refs/tags/", "refs/remotes/"].map((place) => place + revision);
  if (!/^[\w./-]+$/.test(revision) || revision.startsWith("refs/")) return;
  const found = (await askGit(directory, ["for-each-ref", "--format=%(refname)", ...places])).split("\n");
  const named = places.filter((place) => found.includes(place));
  const isAlsoHex = named.length > 0 && /^[0-9a-f]{4,40}$/.test(revision);
  if (named.length < 2 && !isAlsoHex) return;
  const meanings = [...named, ...(isAlsoHex ? [`commit ${revision}`] : [])].join(" and ");
  throw new UserError(
    "usage",
    `${JSON.stringify(revision)} is ambiguous: ${meanings}. Write out which is meant, such as ${named[0]}.`,
  );
}
