import { UserError } from "@schema-gate/contract";
import { shown } from "../shown.js";
import type { Clone } from "./repository.js";
import { gitFailed, runGit } from "./run-git.js";

/** The commit two others were last the same at. Throws a UserError if this clone holds none. */
export async function mergeBase(repository: Clone, one: string, other: string): Promise<string> {
  const args = ["merge-base", one, other];
  const { code, stderr, stdout } = await runGit(repository.directory, args);
  if (code === 0) return stdout.trimEnd();
  // git says 1, and nothing else, for two histories that do not meet.
  if (code !== 1) throw gitFailed(args, stderr);
  const hint = repository.isShallow
    ? "This clone is shallow: fetch the whole history (with actions/checkout, fetch-depth: 0)."
    : "The two histories have nothing in common; name another base with --base.";
  throw new UserError("usage", `git finds no merge base of ${shown(one)} and ${shown(other)}. ${hint}`);
}
