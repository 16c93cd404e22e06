import { Refusal } from "../http/reply.js";
import { atLeast, type Role } from "../state/account.js";
import type { Permissions } from "../state/app.js";
import type { Repository } from "../state/repository.js";
import type { Caller } from "./caller.js";

/** One permission an operation asks for, as in `checks:write`; the names are those of GitHub Apps. */
export type Need = `${string}:${"read" | "write"}`;

/** What a person may do by role. Nobody but an app writes checks. */
const byRole: readonly (readonly [Role, Permissions])[] = [
  ["read", { metadata: "read", contents: "read", issues: "write", pull_requests: "write", checks: "read" }],
  ["read", { statuses: "read", actions: "read", members: "read" }],
  ["write", { contents: "write", statuses: "write", security_events: "write" }],
  ["admin", { administration: "write" }],
];

/** The role a caller has in a repository; apps have none. What is public can be read by everybody. */
export function roleOf(caller: Caller, repository: Repository): Role {
  const given = caller.kind === "user" ? (repository.roles.get(caller.account.login) ?? "none") : "none";
  return given === "none" && !repository.private ? "read" : given;
}

/** Whether a caller may know that the repository exists. To everybody else GitHub says that there is none. */
export function maySee(caller: Caller, repository: Repository): boolean {
  if (!repository.private) return true;
  if (caller.kind === "installation") return caller.repositories.includes(repository.fullName);
  return atLeast(roleOf(caller, repository), "read");
}

/** Throws GitHub's refusal unless the caller has one of the permissions in the repository. */
export function requireOne(caller: Caller, repository: Repository, needs: readonly Need[]): void {
  if (!repository.private && needs.some((need) => need.endsWith(":read"))) return;
  const permissions = permissionsIn(caller, repository);
  if (needs.some((need) => covers(permissions, need))) return;
  throw refusalFor(caller, needs);
}

function permissionsIn(caller: Caller, repository: Repository): Permissions {
  if (caller.kind === "installation") {
    return caller.repositories.includes(repository.fullName) ? { ...caller.permissions, metadata: "read" } : {};
  }
  if (caller.kind !== "user") return {};
  const role = roleOf(caller, repository);
  const fromRole = Object.assign({}, ...byRole.filter(([from]) => atLeast(role, from)).map(([, given]) => given));
  return caller.permissions === null ? fromRole : weakerOf(fromRole, caller.permissions);
}

/** A token made for some permissions gives no more than its owner has. */
function weakerOf(owner: Permissions, token: Permissions): Permissions {
  const both = Object.entries(token).filter(([name]) => owner[name] !== undefined);
  return Object.fromEntries(both.map(([name, level]) => [name, owner[name] === "read" ? "read" : level]));
}

/** Whether permissions hold a need; write includes read. */
export function covers(permissions: Permissions, need: Need): boolean {
  const [name = "", level] = need.split(":");
  const given = permissions[name];
  return given !== undefined && (level === "read" || given !== "read");
}

function refusalFor(caller: Caller, needs: readonly Need[]): Refusal {
  const accepted = { "x-accepted-github-permissions": needs.map((need) => need.replace(":", "=")).join("; ") };
  if (caller.kind === "anonymous") return new Refusal(401, "Requires authentication");
  if (caller.kind === "installation")
    return new Refusal(403, "Resource not accessible by integration", { headers: accepted });
  if (caller.kind === "app") return new Refusal(401, "A JSON web token could not be decoded");
  if (needs.includes("checks:write")) return new Refusal(403, "You must authenticate via a GitHub App.");
  if (caller.permissions !== null)
    return new Refusal(403, "Resource not accessible by personal access token", { headers: accepted });
  return new Refusal(403, "Must have admin rights to Repository.");
}
