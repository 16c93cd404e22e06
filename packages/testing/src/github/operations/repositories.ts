import { roleOf } from "../access/permissions.js";
import { notFound, ok } from "../http/reply.js";
import { requiredText } from "../http/values.js";
import { atLeast, type Role } from "../state/account.js";
import { accountWire } from "../wire/account.js";
import { fullRepositoryWire } from "../wire/repository.js";
import { type Handlers, inRepository, type RepositoryCall } from "./call.js";

/** A repository itself, and what somebody may do in it. */
export const repositories: Handlers = {
  "repos/get": inRepository("metadata:read", (call) => {
    const role = roleOf(call.caller, call.repository);
    return ok({ ...fullRepositoryWire(call.world, call.repository), permissions: rights(role) });
  }),

  "repos/get-collaborator-permission-level": inRepository("metadata:read", (call) => {
    const account = call.world.accounts.get(requiredText(call.path, "username"));
    if (account === undefined) throw notFound();
    const role = roleGiven(call, account.login);
    return ok({
      permission: legacy(role),
      role_name: role,
      user: { ...accountWire(call.world, account), permissions: rights(role), role_name: role },
    });
  }),
};

function roleGiven({ repository }: RepositoryCall, login: string): Role {
  const role = repository.roles.get(login) ?? "none";
  return role === "none" && !repository.private ? "read" : role;
}

/** GitHub's older word for a role: maintain is write, triage is read. */
function legacy(role: Role): string {
  if (role === "maintain") return "write";
  return role === "triage" ? "read" : role;
}

function rights(role: Role) {
  return {
    admin: atLeast(role, "admin"),
    maintain: atLeast(role, "maintain"),
    push: atLeast(role, "write"),
    triage: atLeast(role, "triage"),
    pull: atLeast(role, "read"),
  };
}
