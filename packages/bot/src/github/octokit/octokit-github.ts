import type { GitHub } from "../github.js";
import { apiGitObjects } from "./api-git-objects.js";
import { apiPublishing } from "./api-publishing.js";
import { apiPullRequests } from "./api-pull-requests.js";
import { openClient, type RepositoryAccess } from "./client.js";

/** A repository at GitHub, by its REST API and Octokit. */
export function octokitGitHub(access: RepositoryAccess): GitHub {
  const client = openClient(access);
  return { ...apiGitObjects(client), ...apiPullRequests(client), ...apiPublishing(client) };
}
