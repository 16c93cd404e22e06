import { randomBytes } from "node:crypto";
import type { Caller } from "../access/caller.js";
import { covers, type Need } from "../access/permissions.js";
import { created, noContent, notFound, ok, page, pageIn, Refusal } from "../http/reply.js";
import { objectIn, requiredNumber, requiredText, textsIn } from "../http/values.js";
import type { App, Installation, Permissions } from "../state/app.js";
import type { World } from "../state/world.js";
import { appWire, installationWire, withMetadata } from "../wire/app.js";
import { repositoryWire } from "../wire/repository.js";
import { type Call, type Handlers, onGithub } from "./call.js";

const hour = 3_600_000;

/** What an app asks about itself and its installations. */
export const apps: Handlers = {
  "apps/get-authenticated": onGithub((call) => ok(appWire(call.world, asApp(call)))),

  "apps/list-installations": onGithub((call) =>
    page(ofApp(call).map((installation) => installationWire(call.world, installation))),
  ),

  "apps/get-installation": onGithub((call) => ok(installationWire(call.world, installationAsked(call)))),

  "apps/get-repo-installation": onGithub((call) => {
    const fullName = `${requiredText(call.path, "owner")}/${requiredText(call.path, "repo")}`;
    const found = ofApp(call).find((one) => reached(call.world, one).includes(fullName));
    if (found === undefined) throw notFound();
    return ok(installationWire(call.world, found));
  }),

  "apps/create-installation-access-token": onGithub((call) => {
    const { world, body } = call;
    const installation = installationAsked(call);
    if (installation.suspendedAt !== null) throw new Refusal(403, "This installation has been suspended");
    const permissions = narrowed(installation, objectIn(body, "permissions"));
    const repositories = chosen(call, installation);
    const endsAt = Math.floor(world.now().getTime() / 1000) * 1000 + hour;
    const token = `ghs_${randomBytes(18).toString("hex")}`;
    const caller: Caller = { kind: "installation", app: installation.app, installation, permissions, repositories };
    world.tokens.set(token, { caller, endsAt });
    const expires = `${new Date(endsAt).toISOString().slice(0, 19)}Z`;
    const selection = installation.repositories === null ? "all" : "selected";
    return created({
      token,
      expires_at: expires,
      permissions: withMetadata(permissions),
      repository_selection: selection,
    });
  }),

  "apps/revoke-installation-access-token": onGithub(({ world, caller }) => {
    if (caller.kind !== "installation") throw new Refusal(403, "Resource not accessible by integration");
    for (const [token, known] of world.tokens) if (known.caller === caller) world.tokens.delete(token);
    return noContent();
  }),

  "apps/list-repos-accessible-to-installation": onGithub(({ world, caller }) => {
    if (caller.kind !== "installation")
      throw new Refusal(403, "You must authenticate with an installation access token");
    const found = caller.repositories.flatMap((name) => world.repositories.get(name) ?? []);
    return pageIn(
      "repositories",
      found.map((repository) => repositoryWire(world, repository)),
      {
        repository_selection: caller.installation?.repositories === null ? "all" : "selected",
      },
    );
  }),
};

/** The app that signed the request; these operations are for apps themselves, not for their installations. */
export function asApp({ caller }: Call): App {
  if (caller.kind !== "app") throw new Refusal(401, "A JSON web token could not be decoded");
  return caller.app;
}

function ofApp(call: Call): readonly Installation[] {
  const app = asApp(call);
  return call.world.installations.filter((installation) => installation.app === app);
}

function installationAsked(call: Call): Installation {
  const id = requiredNumber(call.path, "installation_id");
  const found = ofApp(call).find((installation) => installation.id === id);
  if (found === undefined) throw notFound();
  return found;
}

/** Full names of the repositories an installation reaches. */
export function reached(world: World, { account, repositories }: Installation): readonly string[] {
  const all = [...world.repositories.values()].filter(({ owner }) => owner === account).map(({ fullName }) => fullName);
  return repositories === null ? all : all.filter((name) => repositories.includes(name));
}

function narrowed({ permissions }: Installation, asked: Readonly<Record<string, unknown>> | undefined): Permissions {
  if (asked === undefined) return permissions;
  const wanted = Object.entries(asked).map(([name, level]): [string, "read" | "write"] => [
    name,
    level === "read" ? "read" : "write",
  ]);
  const beyond = wanted.filter(([name, level]) => !covers(withMetadata(permissions), `${name}:${level}` as Need));
  if (beyond.length > 0) throw new Refusal(422, "The permissions requested are not granted to this installation.");
  return Object.fromEntries(wanted);
}

function chosen({ world, body }: Call, installation: Installation): readonly string[] {
  const all = reached(world, installation);
  const names = textsIn(body, "repositories");
  const ids: readonly unknown[] = Array.isArray(body.repository_ids) ? body.repository_ids : [];
  if (names.length === 0 && ids.length === 0) return all;
  const wanted = all.filter((fullName) => {
    const repository = world.repositories.get(fullName);
    return repository !== undefined && (names.includes(repository.name) || ids.includes(repository.id));
  });
  if (wanted.length < new Set([...names, ...ids]).size) {
    throw new Refusal(
      422,
      "There is at least one repository that does not exist or is not accessible to the parent installation.",
    );
  }
  return wanted;
}
