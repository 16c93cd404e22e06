import type { Account } from "../state/account.js";
import type { World } from "../state/world.js";

/** A JSON object as GitHub sends it. */
export type Wire = Readonly<Record<string, unknown>>;

/** GitHub's second, textual id of a thing. */
export function nodeId(kind: string, id: number): string {
  return `${kind}_${Buffer.from(`${id}`).toString("base64url")}`;
}

/** `simple-user`. */
export function accountWire(world: World, { id, login, type }: Account): Wire {
  const url = `${world.url}/users/${encodeURIComponent(login)}`;
  return {
    login,
    id,
    node_id: nodeId(type.slice(0, 1), id),
    avatar_url: `${world.url}/avatars/u/${id}`,
    gravatar_id: "",
    url,
    html_url: `${world.url}/${encodeURIComponent(login)}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type,
    user_view_type: "public",
    site_admin: false,
  };
}

/** `public-user`: what GitHub tells anybody of an account. */
export function publicAccountWire(world: World, account: Account): Wire {
  const unsaid = { name: null, company: null, blog: null, location: null, email: null, hireable: null, bio: null };
  const counts = { public_repos: 0, public_gists: 0, followers: 0, following: 0 };
  const since = "2020-01-01T00:00:00Z";
  return { ...accountWire(world, account), ...unsaid, ...counts, created_at: since, updated_at: since };
}
