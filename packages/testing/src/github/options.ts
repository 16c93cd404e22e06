import type { RateLimits } from "./access/rate-limit.js";
import type { FaultPlan } from "./faults/fault.js";
import type { Permissions } from "./state/app.js";
import type { RepositoryOptions } from "./state/repository.js";

/** A GitHub App and where it is installed. */
export interface AppOptions {
  readonly id: number;
  readonly slug: string;
  /** SPKI PEM of the key its JSON web tokens are signed with. */
  readonly publicKey: string;
  readonly permissions: Permissions;
  readonly events?: readonly string[];
  readonly hook?: { readonly url: string; readonly secret: string };
  readonly installations?: readonly InstallationOptions[];
}

/** An app on an account; `repositories` are full names, all of the account's when not said. */
export interface InstallationOptions {
  readonly id: number;
  readonly account: string;
  readonly repositories?: readonly string[];
  /** The app's when not said: an account may not have agreed to all of them yet. */
  readonly permissions?: Permissions;
}

/** Whom a token stands for. */
export type TokenOptions =
  /** A person; with `permissions` a fine-grained token, which gives no more than the person has. */
  | { readonly user: string; readonly permissions?: Permissions }
  /** The token of a workflow's job: the full name of its repository, and what the workflow's `permissions:` say. */
  | { readonly job: string; readonly permissions: Permissions };

/** What the loopback GitHub is made of. */
export interface LoopbackOptions {
  readonly repositories: readonly RepositoryOptions[];
  /** People by login, and the email of their commits. Others come into being when they are named. */
  readonly people?: Readonly<Record<string, { readonly email: string }>>;
  /** Logins that are organizations. */
  readonly organizations?: readonly string[];
  /** Logins of the members, by organization and slug: `{ "acme/leads": ["ann"] }`. */
  readonly teams?: Readonly<Record<string, readonly string[]>>;
  readonly tokens?: Readonly<Record<string, TokenOptions>>;
  readonly apps?: readonly AppOptions[];
  /** The clock that ends tokens and hours; the machine's when not said. */
  readonly now?: () => Date;
  readonly faults?: FaultPlan;
  /** Requests an hour; without a word, GitHub's numbers for those and no limit on writing. */
  readonly limits?: Partial<RateLimits>;
  /** Most entries of one recursive tree; GitHub's 100,000 when not said. */
  readonly treeEntries?: number;
  /** Most bytes of files that one GraphQL query reads before its ten seconds are over; any number when not said. */
  readonly queryBytes?: number;
  /** For tests of the double itself: changes a reply before it is held against the description. */
  readonly spoil?: (operation: string, body: unknown) => unknown;
}
