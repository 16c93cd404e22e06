import type { Team, World } from "../state/world.js";
import { accountWire, nodeId, type Wire } from "./account.js";

/** `team`. */
export function teamWire(world: World, team: Team): Wire {
  const url = `${world.url}/organizations/${team.organization.id}/team/${team.id}`;
  return {
    id: team.id,
    node_id: nodeId("T", team.id),
    name: team.slug,
    slug: team.slug,
    description: null,
    privacy: "closed",
    notification_setting: "notifications_enabled",
    permission: "pull",
    url,
    html_url: `${world.url}/orgs/${team.organization.login}/teams/${team.slug}`,
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    type: "organization",
    parent: null,
  };
}

/** `team-full`. */
export function fullTeamWire(world: World, team: Team): Wire {
  const { organization } = team;
  const login = encodeURIComponent(organization.login);
  const url = `${world.url}/orgs/${login}`;
  const since = "2020-01-01T00:00:00Z";
  const members = team.members.length;
  return {
    ...teamWire(world, team),
    members_count: members,
    repos_count: 0,
    created_at: since,
    updated_at: since,
    organization: {
      ...accountWire(world, organization),
      url,
      events_url: `${url}/events`,
      hooks_url: `${url}/hooks`,
      issues_url: `${url}/issues`,
      members_url: `${url}/members{/member}`,
      public_members_url: `${url}/public_members{/member}`,
      description: null,
      has_organization_projects: false,
      has_repository_projects: false,
      public_repos: 0,
      public_gists: 0,
      followers: 0,
      following: 0,
      created_at: since,
      updated_at: since,
      archived_at: null,
    },
  };
}
