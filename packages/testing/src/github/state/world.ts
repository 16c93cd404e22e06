import type { Caller } from "../access/caller.js";
import type { Account } from "./account.js";
import type { App, Installation, LoggedDelivery } from "./app.js";
import type { Repository } from "./repository.js";

export interface Team {
  readonly id: number;
  readonly organization: Account;
  readonly slug: string;
  readonly members: readonly Account[];
}

/** A token, whom it stands for, and when it ends (milliseconds since 1970; null for never). */
export interface Token {
  readonly caller: Caller;
  readonly endsAt: number | null;
}

/** Everything the double knows. */
export interface World {
  /** Where it listens, without a final slash. */
  url: string;
  readonly now: () => Date;
  readonly nextId: () => number;
  /** By login. */
  readonly accounts: Map<string, Account>;
  /** By full name. */
  readonly repositories: Map<string, Repository>;
  readonly apps: App[];
  readonly installations: Installation[];
  readonly teams: Team[];
  readonly tokens: Map<string, Token>;
  readonly deliveries: LoggedDelivery[];
  /** Most entries of one recursive tree; GitHub's is 100,000. */
  readonly treeEntries: number;
  /** Most bytes of files that one GraphQL query reads in time. */
  readonly queryBytes: number;
}

/** Now, as GitHub writes times: whole seconds, UTC. */
export function timestamp(world: World): string {
  return `${world.now().toISOString().slice(0, 19)}Z`;
}

/** The account with a login; made on the spot when nobody has it, for tests may name whom they like. */
export function accountNamed(
  world: World,
  login: string,
  type: Account["type"] = "User",
  email: string | null = null,
): Account {
  const known = world.accounts.get(login);
  if (known !== undefined) return known;
  const account: Account = { id: world.nextId(), login, type, email: email ?? `${login}@users.noreply.github.com` };
  world.accounts.set(login, account);
  return account;
}

/** Who wrote a commit: the account with the email of its signature, or nobody GitHub knows. */
export function accountWithEmail(world: World, email: string): Account | null {
  return [...world.accounts.values()].find((account) => account.email === email) ?? null;
}

/** The repository of a full name; throws when the test never made it. */
export function repositoryNamed(world: World, fullName: string): Repository {
  const repository = world.repositories.get(fullName);
  if (repository === undefined) throw new Error(`the loopback GitHub has no repository ${fullName}`);
  return repository;
}
