import { accountOf } from "../access/caller.js";
import { roleOf } from "../access/permissions.js";
import { ok, Refusal } from "../http/reply.js";
import { textIn } from "../http/values.js";
import { tipOf } from "../state/find.js";
import { mergePull } from "../state/merge-pull.js";
import type { Pull } from "../state/pull.js";
import { mergedTree } from "../state/pull-facts.js";
import { unmetChecks } from "../state/required-checks.js";
import { type Handlers, inRepository, type RepositoryCall } from "./call.js";
import { pullAsked } from "./pulls.js";

/** Merging by the API: refused, as GitHub does, while a required check is missing or red. */
export const merging: Handlers = {
  "pulls/merge": inRepository("contents:write", async (call) => {
    const { world, repository, body } = call;
    const pull = await pullAsked(call);
    const by = accountOf(call.caller);
    if (by === null) throw new Refusal(401, "Requires authentication");
    await requireMergeable(call, pull);
    const method = textIn(body, "merge_method") ?? "merge";
    if (method === "rebase") throw new Refusal(405, "Rebase merges are not allowed on this repository.");
    const title = textIn(body, "commit_title") ?? `Merge pull request #${pull.issue.number} from ${pull.headRef}`;
    const message = `${title}\n\n${textIn(body, "commit_message") ?? pull.issue.title}`;
    const sha = await mergePull(world, repository, pull, { by, message, squash: method === "squash" });
    return ok({ sha, merged: true, message: "Pull Request successfully merged" });
  }),
};

async function requireMergeable({ repository, body, caller }: RepositoryCall, pull: Pull): Promise<void> {
  if (pull.issue.state === "closed") throw new Refusal(405, "Pull Request is not mergeable");
  if (pull.draft) throw new Refusal(405, "Pull Request is still a draft");
  const expected = textIn(body, "sha");
  if (expected !== undefined && expected !== pull.headSha) {
    throw new Refusal(409, "Head branch was modified. Review and try the merge again.");
  }
  const tip = await tipOf(repository, pull.baseRef);
  if (tip === null || (await mergedTree(repository.git, tip.sha, pull.headSha)) === null) {
    throw new Refusal(405, "Pull Request is not mergeable");
  }
  const mayOverrule =
    roleOf(caller, repository) === "admin" && repository.protection.get(pull.baseRef)?.enforceAdmins !== true;
  const unmet = mayOverrule ? [] : await unmetChecks(repository, pull);
  if (unmet.length > 0) throw new Refusal(405, unmet.join(" "));
}
