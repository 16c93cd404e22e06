import type { Account } from "../state/account.js";
import type { App, Installation, Permissions } from "../state/app.js";

/** Who asks: found from the token of a request. */
export type Caller =
  | { readonly kind: "anonymous" }
  | { readonly kind: "user"; readonly account: Account; readonly permissions: Permissions | null }
  | { readonly kind: "app"; readonly app: App }
  | {
      readonly kind: "installation";
      readonly app: App;
      /** Null for the token of a workflow's job, which no installation stands behind. */
      readonly installation: Installation | null;
      readonly permissions: Permissions;
      /** Full names of the repositories it reaches. */
      readonly repositories: readonly string[];
    };

/** The account that what a caller writes is signed with; null for nobody and for an app that speaks for itself. */
export function accountOf(caller: Caller): Account | null {
  if (caller.kind === "user") return caller.account;
  return caller.kind === "installation" ? caller.app.bot : null;
}

/** The app a caller speaks for, if any. */
export function appOf(caller: Caller): App | null {
  return caller.kind === "installation" ? caller.app : null;
}

/** A name of the caller for records and rate limits; never the token. */
export function nameOf(caller: Caller): string {
  if (caller.kind === "app") return `app ${caller.app.slug}`;
  return accountOf(caller)?.login ?? "anonymous";
}
