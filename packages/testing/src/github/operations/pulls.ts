import { accountOf, appOf } from "../access/caller.js";
import { created, noContent, notFound, ok, page, Refusal, unprocessable } from "../http/reply.js";
import { requiredNumber, requiredText, textIn } from "../http/values.js";
import { pullNumbered, tipOf } from "../state/find.js";
import { openPull } from "../state/open-pull.js";
import type { Pull } from "../state/pull.js";
import { followHeads, pullFacts } from "../state/pull-facts.js";
import { timestamp } from "../state/world.js";
import { pullWire, simplePullWire } from "../wire/pull.js";
import { type Handlers, inRepository, type RepositoryCall } from "./call.js";
import { requireShort } from "./text-limit.js";

/** Pull requests. */
export const pulls: Handlers = {
  "pulls/get": inRepository("pull_requests:read", async (call) => ok(await shown(call, await pullAsked(call)))),

  "pulls/list": inRepository("pull_requests:read", async (call) => {
    const { world, repository, query } = call;
    await followHeads(world, repository);
    const found = [...repository.pulls.values()].filter((pull) => wanted(call, pull));
    if ((textIn(query, "direction") ?? (query.sort === "created" ? "desc" : "asc")) === "desc") found.reverse();
    return page(found.map((pull) => simplePullWire(world, repository, pull)));
  }),

  "pulls/create": inRepository("pull_requests:write", async (call) => {
    const { world, repository, body, caller } = call;
    const author = accountOf(caller);
    if (author === null) throw new Refusal(401, "Requires authentication");
    requireShort("PullRequest", textIn(body, "body"));
    const title = textIn(body, "title");
    if (title === undefined) throw unprocessable("PullRequest", "title", "title is missing", "missing_field");
    const head = requiredText(body, "head").replace(`${repository.owner.login}:`, "");
    const said = {
      title,
      body: textIn(body, "body") ?? null,
      author,
      app: appOf(caller),
      head,
      draft: body.draft === true,
    };
    const base = requiredText(body, "base");
    const pull = await openPull(world, repository, { ...said, base, fork: null, headSha: null, number: null });
    return created(await shown(call, pull));
  }),

  "pulls/update": inRepository("pull_requests:write", async (call) => {
    const pull = await pullAsked(call);
    await update(call, pull);
    return ok(await shown(call, pull));
  }),

  "pulls/check-if-merged": inRepository("pull_requests:read", async (call) => {
    if ((await pullAsked(call)).merged === null) throw notFound();
    return noContent();
  }),
};

/** The pull request the path names, its head where its branch is now. */
export async function pullAsked({ world, repository, path }: RepositoryCall): Promise<Pull> {
  await followHeads(world, repository);
  return pullNumbered(repository, requiredNumber(path, "pull_number"));
}

async function shown({ world, repository }: RepositoryCall, pull: Pull) {
  return pullWire(world, repository, pull, await pullFacts(repository, pull));
}

async function update({ world, repository, body }: RepositoryCall, pull: Pull): Promise<void> {
  const { issue } = pull;
  requireShort("PullRequest", textIn(body, "body"));
  const base = textIn(body, "base");
  const state = textIn(body, "state");
  if (state === "open" && pull.merged !== null) {
    throw unprocessable(
      "PullRequest",
      "state",
      "state cannot be changed. The pull request cannot be reopened.",
      "invalid",
    );
  }
  if (base !== undefined && base !== pull.baseRef) {
    const tip = await tipOf(repository, base);
    if (tip === null) throw unprocessable("PullRequest", "base", "base is invalid", "invalid");
    pull.baseRef = base;
    pull.baseSha = tip.sha;
  }
  issue.title = textIn(body, "title") ?? issue.title;
  issue.body = textIn(body, "body") ?? issue.body;
  issue.updatedAt = timestamp(world);
  if (state === "closed" || state === "open") {
    issue.state = state;
    issue.closedAt = state === "closed" ? issue.updatedAt : null;
  }
}

function wanted({ query }: RepositoryCall, pull: Pull): boolean {
  const state = textIn(query, "state") ?? "open";
  const head = textIn(query, "head");
  const base = textIn(query, "base");
  return (
    (state === "all" || pull.issue.state === state) &&
    (base === undefined || pull.baseRef === base) &&
    (head === undefined || `${pull.headRepository.split("/")[0]}:${pull.headRef}` === head)
  );
}
