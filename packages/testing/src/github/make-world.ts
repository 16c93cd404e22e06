import { addToken } from "./access/tokens.js";
import type { AppOptions, LoopbackOptions } from "./options.js";
import type { App } from "./state/app.js";
import { newRepository } from "./state/repository.js";
import { accountNamed, type World } from "./state/world.js";

/** Everything the double knows at the start. */
export function makeWorld(options: LoopbackOptions): World {
  let id = 1000;
  const world: World = {
    url: "",
    now: options.now ?? (() => new Date()),
    nextId: () => {
      id += 1;
      return id;
    },
    accounts: new Map(),
    repositories: new Map(),
    apps: [],
    installations: [],
    teams: [],
    tokens: new Map(),
    deliveries: [],
    treeEntries: options.treeEntries ?? 100_000,
    queryBytes: options.queryBytes ?? Number.POSITIVE_INFINITY,
  };
  for (const login of options.organizations ?? []) accountNamed(world, login, "Organization");
  for (const [login, { email }] of Object.entries(options.people ?? {})) accountNamed(world, login, "User", email);
  for (const one of options.repositories) addRepository(world, one);
  for (const [name, members] of Object.entries(options.teams ?? {})) addTeam(world, name, members);
  for (const app of options.apps ?? []) addApp(world, app);
  for (const [token, whose] of Object.entries(options.tokens ?? {})) addToken(world, token, whose);
  return world;
}

function addRepository(world: World, options: LoopbackOptions["repositories"][number]): void {
  const owner = accountNamed(world, options.fullName.slice(0, options.fullName.indexOf("/")));
  for (const login of Object.keys(options.roles ?? {})) accountNamed(world, login);
  const createdAt = `${world.now().toISOString().slice(0, 19)}Z`;
  world.repositories.set(options.fullName, newRepository(options, world.nextId(), owner, createdAt));
}

function addTeam(world: World, name: string, members: readonly string[]): void {
  const [organization = "", slug = ""] = name.split("/");
  world.teams.push({
    id: world.nextId(),
    organization: accountNamed(world, organization, "Organization"),
    slug,
    members: members.map((login) => accountNamed(world, login)),
  });
}

function addApp(world: World, options: AppOptions): void {
  const { id, slug, publicKey, permissions } = options;
  const bot = accountNamed(world, `${slug}[bot]`, "Bot");
  const owner = accountNamed(world, `${slug}-owner`, "Organization");
  const app: App = {
    id,
    slug,
    owner,
    bot,
    publicKey,
    permissions,
    events: options.events ?? [],
    hook: options.hook ?? null,
  };
  world.apps.push(app);
  for (const installation of options.installations ?? []) {
    world.installations.push({
      id: installation.id,
      app,
      account: accountNamed(world, installation.account),
      repositories: installation.repositories ?? null,
      permissions: installation.permissions ?? permissions,
      suspendedAt: null,
    });
  }
}
