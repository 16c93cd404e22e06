import { accountOf } from "../access/caller.js";
import { noContent, notFound, ok, page, Refusal } from "../http/reply.js";
import { requiredText } from "../http/values.js";
import type { Account } from "../state/account.js";
import type { Team } from "../state/world.js";
import { accountWire, publicAccountWire } from "../wire/account.js";
import { fullTeamWire } from "../wire/team.js";
import { type Call, type Handlers, onGithub } from "./call.js";

/** Accounts, organizations and teams. */
export const people: Handlers = {
  "users/get-authenticated": onGithub((call) => {
    const account = accountOf(call.caller);
    if (call.caller.kind === "installation") throw new Refusal(403, "Resource not accessible by integration");
    if (account === null) throw new Refusal(401, "Requires authentication");
    return ok(publicAccountWire(call.world, account));
  }),

  "users/get-by-username": onGithub(({ world, path }) => {
    const account = world.accounts.get(requiredText(path, "username"));
    if (account === undefined) throw notFound();
    return ok(publicAccountWire(world, account));
  }),

  "orgs/list-members": onGithub((call) => page(members(call).map((account) => accountWire(call.world, account)))),

  "orgs/check-membership-for-user": onGithub((call) => {
    if (!members(call).some(({ login }) => login === requiredText(call.path, "username"))) throw notFound();
    return noContent();
  }),

  "teams/get-by-name": onGithub((call) => ok(fullTeamWire(call.world, teamAsked(call)))),

  "teams/list-members-in-org": onGithub((call) =>
    page(teamAsked(call).members.map((account) => accountWire(call.world, account))),
  ),

  "teams/get-membership-for-user-in-org": onGithub((call) => {
    const team = teamAsked(call);
    const login = requiredText(call.path, "username");
    if (!team.members.some((account) => account.login === login)) throw notFound();
    const url = `${call.world.url}/organizations/${team.organization.id}/team/${team.id}/memberships/${login}`;
    return ok({ url, role: "member", state: "active" });
  }),
};

/** Whoever may not read members is told that there is no such thing. */
function requireMembersRead({ caller }: Call): void {
  if (caller.kind === "anonymous") throw notFound();
  if (caller.kind === "installation" && caller.permissions.members === undefined) {
    throw new Refusal(403, "Resource not accessible by integration");
  }
}

/** Everybody in one of an organization's teams. */
function members(call: Call): readonly Account[] {
  requireMembersRead(call);
  const org = requiredText(call.path, "org");
  const teams = call.world.teams.filter(({ organization }) => organization.login === org);
  return [...new Set(teams.flatMap((team) => team.members))];
}

function teamAsked(call: Call): Team {
  requireMembersRead(call);
  const org = requiredText(call.path, "org");
  const slug = requiredText(call.path, "team_slug");
  const team = call.world.teams.find((one) => one.organization.login === org && one.slug === slug);
  if (team === undefined) throw notFound();
  return team;
}
