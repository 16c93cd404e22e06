import type { Account } from "./account.js";

/** What an app or a job may do, as in `{ checks: "write" }`; a permission not named is not given. */
export type Permissions = Readonly<Record<string, "read" | "write" | "admin">>;

/** A GitHub App. */
export interface App {
  readonly id: number;
  readonly slug: string;
  readonly owner: Account;
  /** Whom its work is signed with: `<slug>[bot]`. */
  readonly bot: Account;
  /** SPKI PEM; null for an app nobody signs in as, such as the one behind the token of a workflow's job. */
  readonly publicKey: string | null;
  readonly permissions: Permissions;
  /** Names of the events it hears of. */
  readonly events: readonly string[];
  /** Where its deliveries go and what they are signed with; null when it has no address yet. */
  hook: { readonly url: string; readonly secret: string } | null;
}

/** An app put to work on an account's repositories. */
export interface Installation {
  readonly id: number;
  readonly app: App;
  readonly account: Account;
  /** Full names; null for all of the account's. */
  readonly repositories: readonly string[] | null;
  permissions: Permissions;
  suspendedAt: string | null;
}

/** A webhook delivery as the app's log of deliveries shows it. */
export interface LoggedDelivery {
  readonly id: number;
  readonly guid: string;
  readonly app: App;
  readonly event: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly deliveredAt: string;
  readonly redelivery: boolean;
  /** What the app answered; 0 when it could not be reached. */
  readonly statusCode: number;
}
