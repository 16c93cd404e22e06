import { accountOf } from "../access/caller.js";
import type { Values } from "../description/check-request.js";
import { commitAt } from "../git/commits.js";
import { created, notFound, ok, Refusal } from "../http/reply.js";
import { objectIn, requiredText, textIn, textsIn } from "../http/values.js";
import { commitNamed } from "../state/find.js";
import { makeCommit } from "../state/pull-facts.js";
import { timestamp } from "../state/world.js";
import { gitCommitWire } from "../wire/commit.js";
import { type Handlers, inRepository } from "./call.js";

/** Git's commits, without what GitHub knows beyond git. */
export const gitCommits: Handlers = {
  "git/get-commit": inRepository("contents:read", async ({ world, repository, path }) => {
    const sha = requiredText(path, "commit_sha");
    const commit = /^[0-9a-f]{40}$/.test(sha) ? await commitAt(repository.git, sha) : null;
    if (commit === null) throw notFound();
    return ok(gitCommitWire(world, repository, commit));
  }),

  "git/create-commit": inRepository("contents:write", async ({ world, repository, caller, body }) => {
    const { git } = repository;
    const tree = await git.object(`${requiredText(body, "tree")}^{tree}`);
    if (tree === null) throw new Refusal(422, "Tree SHA does not exist");
    for (const parent of textsIn(body, "parents")) {
      if ((await commitAt(git, parent)) === null)
        throw new Refusal(422, "Parent SHA does not exist or is not a commit object");
    }
    const account = accountOf(caller);
    const own = { name: account?.login ?? "GitHub", email: account?.email ?? "noreply@github.com" };
    const author = objectIn(body, "author");
    const at = (author === undefined ? undefined : textIn(author, "date")) ?? timestamp(world);
    const message = requiredText(body, "message");
    const sha = await makeCommit(git, tree.sha, textsIn(body, "parents"), message, signatureIn(author) ?? own, at);
    return created(gitCommitWire(world, repository, await commitNamed(repository, sha)));
  }),
};

function signatureIn(values: Values | undefined) {
  return values === undefined
    ? undefined
    : { name: requiredText(values, "name"), email: requiredText(values, "email") };
}
