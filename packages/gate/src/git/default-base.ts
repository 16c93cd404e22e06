import { UserError } from "@schema-gate/contract";
import type { Clone } from "./repository.js";
import { askGit } from "./run-git.js";

/** Full names, so that no tag or branch of such a name can stand in for the branch that is meant. */
const CANDIDATES = [
  "refs/remotes/origin/HEAD",
  "refs/remotes/origin/main",
  "refs/remotes/origin/master",
  "refs/heads/main",
  "refs/heads/master",
];

/** The branch pull requests go into, as a full ref name: what the remote says, else `main`, else `master`. */
export async function defaultBase({ directory }: Clone): Promise<string> {
  const known = await askGit(directory, ["for-each-ref", "--format=%(refname)", ...CANDIDATES]);
  const refs = known.split("\n");
  const [base, other] = CANDIDATES.filter((candidate) => refs.includes(candidate));
  // Without what the remote says, a branch somebody pushed as `main` could stand in for the `master` that is meant.
  if (base && other && base !== CANDIDATES[0] && placeOf(base) === placeOf(other)) {
    throw new UserError("usage", `Both ${base} and ${other} could be the base; name it with --base.`);
  }
  if (base !== undefined) return base;
  throw new UserError("usage", "There is no origin/HEAD, main or master to compare with; name the base with --base.");
}

function placeOf(ref: string): string {
  return ref.slice(0, ref.lastIndexOf("/"));
}
