import type { DriftGitHub } from "../drift-github.js";
import { apiBranches } from "./api-branches.js";
import { createComment, ownComments } from "./api-comments.js";
import { apiGitObjects } from "./api-git-objects.js";
import { createIssue, ownIssues, updateIssue } from "./api-issues.js";
import { apiOwnPullRequests } from "./api-own-pull-requests.js";
import { apiPullRequests } from "./api-pull-requests.js";
import { openClient, type RepositoryAccess } from "./client.js";
import { rememberWho } from "./who-am-i.js";

/** A repository at GitHub for the report of drift, by its REST API and Octokit. */
export function octokitDriftGitHub(access: RepositoryAccess): DriftGitHub {
  const client = openClient(access);
  const self = rememberWho(client);
  const { branchTip, commitsBetween } = apiPullRequests(client);
  return {
    ...apiGitObjects(client),
    ...apiBranches(client, self),
    ...apiOwnPullRequests(client, self),
    branchTip,
    commitsBetween,
    ownIssues: async (label) => ownIssues(client, await self(), label),
    createIssue: (text, label) => createIssue(client, text, label),
    updateIssue: (number, text) => updateIssue(client, number, text),
    ownComments: async (number, marker) => ownComments(client, await self(), number, marker),
    createComment: (number, body) => createComment(client, number, body),
  };
}
