import type { Account } from "./account.js";
import { tipOf } from "./find.js";
import type { Pull } from "./pull.js";
import { makeCommit, mergedTree } from "./pull-facts.js";
import type { Repository } from "./repository.js";
import { timestamp, type World } from "./world.js";

/** Merges a pull request into its base branch with real git, and closes it; gives the sha of the new commit. */
export async function mergePull(
  world: World,
  repository: Repository,
  pull: Pull,
  how: { readonly by: Account; readonly message: string; readonly squash: boolean },
): Promise<string> {
  const tip = await tipOf(repository, pull.baseRef);
  if (tip === null) throw new Error(`${repository.fullName} has no branch ${pull.baseRef}`);
  const tree = await mergedTree(repository.git, tip.sha, pull.headSha);
  if (tree === null) throw new Error(`pull request ${pull.issue.number} conflicts with ${pull.baseRef}`);
  const parents = how.squash ? [tip.sha] : [tip.sha, pull.headSha];
  const at = timestamp(world);
  const author = { name: how.by.login, email: how.by.email ?? "noreply@github.com" };
  const sha = await makeCommit(repository.git, tree, parents, how.message, author, at);
  await repository.git.run(["update-ref", `refs/heads/${pull.baseRef}`, sha, tip.sha]);
  pull.merged = { at, by: how.by, sha };
  Object.assign(pull.issue, { state: "closed", closedAt: at, updatedAt: at });
  return sha;
}
