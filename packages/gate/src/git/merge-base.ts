import { UserError } from "@schema-gate/contract";
import { shown } from "../shown.js";
import type { Clone } from "./repository.js";
import { gitFailed, runGit } from "./run-git.js";

/** The commit two others were last the same at. Throws a UserError if this clone holds none, or several. */
export async function mergeBase(repository: Clone, one: string, other: string): Promise<string> {
  const args = ["merge-base", "--all", one, other];
  const { code, stderr, stdout } = await runGit(repository.directory, args);
  if (code === 0) {
    const [found = "", ...others] = stdout.trimEnd().split("\n");
    if (others.length > 0) throw severalMergeBases(one, other);
    return found;
  }
  // git says 1, and nothing else, for two histories that do not meet.
  if (code !== 1) throw gitFailed(args, stderr);
  const hint = repository.isShallow
    ? "This clone is shallow: fetch the whole history (with actions/checkout, fetch-depth: 0)."
    : "The two histories have nothing in common; name another base with --base.";
  throw new UserError("usage", `git finds no merge base of ${shown(one)} and ${shown(other)}. ${hint}`);
}

/**
 * Why two commits that have several merge bases are not compared: seen from one of them, taking back what only another has is no
 * change, though merging takes it back.
 */
export function severalMergeBases(one: string, other: string): UserError {
  return new UserError(
    "usage",
    `${shown(one)} and ${shown(other)} have several merge bases, so what changed since they parted cannot be told. ` +
      "Merge the base branch into the change, and ask again.",
  );
}
