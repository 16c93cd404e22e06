import type { Values } from "../description/check-request.js";
import { commitAt } from "../git/commits.js";
import { notFound, ok, page, Refusal } from "../http/reply.js";
import { numberIn, objectIn, objectsIn, requiredText, textIn, textsIn } from "../http/values.js";
import { tipOf } from "../state/find.js";
import type { Protection, Repository, RequiredCheck } from "../state/repository.js";
import type { World } from "../state/world.js";
import { commitWire } from "../wire/commit.js";
import { apiUrl, webUrl } from "../wire/repository.js";
import { type Handlers, inRepository, type RepositoryCall } from "./call.js";

/** Branches, and what must hold before something is merged into one. */
export const branches: Handlers = {
  "repos/get-branch": inRepository("contents:read", async ({ world, repository, path }) => {
    const name = requiredText(path, "branch");
    const tip = await tipOf(repository, name);
    if (tip === null) throw branchNotFound();
    const api = branchUrl(world, repository, name);
    const protection = repository.protection.get(name);
    return ok({
      name,
      commit: commitWire(world, repository, tip),
      _links: { self: api, html: `${webUrl(world, repository)}/tree/${name}` },
      protected: protection !== undefined,
      protection:
        protection === undefined ? { enabled: false } : { enabled: true, required_status_checks: brief(protection) },
      protection_url: `${api}/protection`,
    });
  }),

  "repos/list-branches": inRepository("contents:read", async ({ world, repository, query }) => {
    const text = await repository.git.run(["for-each-ref", "--format=%(refname:lstrip=2) %(objectname)", "refs/heads"]);
    const all = text
      .toString("utf8")
      .split("\n")
      .filter((line) => line !== "");
    const shown = all.map((line) => {
      const [name = "", sha = ""] = line.split(" ");
      const guarded = repository.protection.has(name);
      const commit = { sha, url: `${apiUrl(world, repository)}/commits/${sha}` };
      return { name, commit, protected: guarded };
    });
    return page(shown.filter((branch) => query.protected === undefined || branch.protected === query.protected));
  }),

  "repos/get-branch-protection": inRepository("administration:read", async (call) => {
    const name = await existing(call);
    return ok(protectionWire(call, name, protectionOf(call, name)));
  }),

  "repos/update-branch-protection": inRepository("administration:write", async (call) => {
    const name = await existing(call);
    const wanted = objectIn(call.body, "required_status_checks");
    if (wanted?.checks !== undefined && wanted.contexts !== undefined) {
      throw new Refusal(422, 'Invalid request.\n\nNo subschema in "anyOf" matched.');
    }
    const protection = {
      checks: wanted === undefined ? [] : checksIn(wanted),
      strict: wanted?.strict === true,
      enforceAdmins: call.body.enforce_admins === true,
    };
    call.repository.protection.set(name, protection);
    return ok(protectionWire(call, name, protection));
  }),

  "repos/get-status-checks-protection": inRepository("administration:read", async (call) => {
    const name = await existing(call);
    return ok(statusChecksWire(call, name, protectionOf(call, name)));
  }),

  "repos/update-status-check-protection": inRepository("administration:write", async (call) => {
    const name = await existing(call);
    const protection = protectionOf(call, name);
    if (call.body.checks !== undefined || call.body.contexts !== undefined) protection.checks = checksIn(call.body);
    if (typeof call.body.strict === "boolean") protection.strict = call.body.strict;
    return ok(statusChecksWire(call, name, protection));
  }),
};

const branchNotFound = (): Refusal => Object.assign(notFound(), { message: "Branch not found" });

const branchUrl = (world: World, repository: Repository, name: string) =>
  `${apiUrl(world, repository)}/branches/${encodeURIComponent(name)}`;

async function existing({ repository, path }: RepositoryCall): Promise<string> {
  const name = requiredText(path, "branch");
  if ((await commitAt(repository.git, `refs/heads/${name}`)) === null) throw branchNotFound();
  return name;
}

function protectionOf({ repository }: RepositoryCall, name: string): Protection {
  const protection = repository.protection.get(name);
  if (protection === undefined) throw Object.assign(notFound(), { message: "Branch not protected" });
  return protection;
}

/** `checks` pin the app that must report; `contexts`, the older way, and an app id of -1 do not. */
function checksIn(values: Values): readonly RequiredCheck[] {
  const checks = objectsIn(values, "checks").map((check) => {
    const appId = numberIn(check, "app_id") ?? null;
    return { context: textIn(check, "context") ?? "", appId: appId === -1 ? null : appId };
  });
  return checks.length > 0 ? checks : textsIn(values, "contexts").map((context) => ({ context, appId: null }));
}

function brief({ checks }: Protection) {
  return {
    enforcement_level: "non_admins",
    contexts: checks.map(({ context }) => context),
    checks: checks.map(({ context, appId }) => ({ context, app_id: appId })),
  };
}

function statusChecksWire({ world, repository }: RepositoryCall, name: string, protection: Protection) {
  const url = `${branchUrl(world, repository, name)}/protection/required_status_checks`;
  const { contexts, checks } = brief(protection);
  return { url, strict: protection.strict, contexts, checks, contexts_url: `${url}/contexts` };
}

function protectionWire(call: RepositoryCall, name: string, protection: Protection) {
  const url = `${branchUrl(call.world, call.repository, name)}/protection`;
  return {
    url,
    required_status_checks: statusChecksWire(call, name, protection),
    enforce_admins: { url: `${url}/enforce_admins`, enabled: protection.enforceAdmins },
    required_linear_history: { enabled: false },
    allow_force_pushes: { enabled: false },
    allow_deletions: { enabled: false },
  };
}
