import { accountOf } from "../access/caller.js";
import { created, ok, page, Refusal, unprocessable } from "../http/reply.js";
import { requiredText, textIn } from "../http/values.js";
import type { CommitStatus } from "../state/check.js";
import { commitNamed } from "../state/find.js";
import type { Repository } from "../state/repository.js";
import { timestamp } from "../state/world.js";
import { statusWire } from "../wire/check.js";
import { apiUrl, repositoryWire } from "../wire/repository.js";
import { type Handlers, inRepository } from "./call.js";

/** GitHub keeps no more of one context on one commit. */
const most = 1000;
const longestDescription = 140;

/** Commit statuses: what reports a verdict where checks cannot be written. */
export const statuses: Handlers = {
  "repos/create-commit-status": inRepository("statuses:write", async ({ world, repository, caller, path, body }) => {
    const { sha } = await commitNamed(repository, requiredText(path, "sha"));
    const creator = accountOf(caller);
    if (creator === null) throw new Refusal(401, "Requires authentication");
    const context = textIn(body, "context") ?? "default";
    const description = textIn(body, "description") ?? null;
    if (description !== null && [...description].length > longestDescription) {
      throw unprocessable(
        "Status",
        "description",
        `description is too long (maximum is ${longestDescription} characters)`,
      );
    }
    if (repository.statuses.filter((one) => one.sha === sha && one.context === context).length >= most) {
      throw unprocessable("Status", "base", "This SHA and context has reached the maximum number of statuses.");
    }
    const said = { description, targetUrl: textIn(body, "target_url") ?? null, state: requiredText(body, "state") };
    const status = { id: world.nextId(), sha, context, ...said, creator, createdAt: timestamp(world) };
    repository.statuses.push(status);
    return created(statusWire(world, repository, status));
  }),

  "repos/list-commit-statuses-for-ref": inRepository("statuses:read", async ({ world, repository, path }) => {
    const { sha } = await commitNamed(repository, requiredText(path, "ref"));
    const newestFirst = repository.statuses.filter((one) => one.sha === sha).reverse();
    return page(newestFirst.map((one) => statusWire(world, repository, one)));
  }),

  "repos/get-combined-status-for-ref": inRepository("statuses:read", async ({ world, repository, path }) => {
    const { sha } = await commitNamed(repository, requiredText(path, "ref"));
    const latest = latestStatuses(repository, sha);
    return ok({
      state: combined(latest),
      statuses: latest.map((one) => statusWire(world, repository, one)),
      sha,
      total_count: latest.length,
      repository: repositoryWire(world, repository),
      commit_url: `${apiUrl(world, repository)}/commits/${sha}`,
      url: `${apiUrl(world, repository)}/commits/${sha}/status`,
    });
  }),
};

/** The newest status of each context on a commit. */
export function latestStatuses(repository: Repository, sha: string): readonly CommitStatus[] {
  const all = repository.statuses.filter((one) => one.sha === sha);
  return [...new Map(all.map((one) => [one.context, one])).values()];
}

function combined(latest: readonly CommitStatus[]): string {
  if (latest.some(({ state }) => state === "failure" || state === "error")) return "failure";
  return latest.length === 0 || latest.some(({ state }) => state === "pending") ? "pending" : "success";
}
