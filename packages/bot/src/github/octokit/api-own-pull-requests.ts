import * as z from "zod";
import type { NewPullRequest, OwnPullRequest, OwnPullRequests } from "../own-pull-requests.js";
import { account } from "./answers.js";
import { ask, askForAll } from "./ask.js";
import type { Client } from "./client.js";
import { WORKFLOW } from "./who-am-i.js";

const permission = "pull requests: write";

const pullAnswer = z.object({
  number: z.int(),
  html_url: z.string(),
  title: z.string(),
  body: z.string().nullable(),
  state: z.enum(["open", "closed"]),
  merged_at: z.string().nullable(),
  user: account,
});

/** Pull requests that we open, by GitHub's REST API. */
export function apiOwnPullRequests(client: Client, self: () => Promise<string>): OwnPullRequests {
  return {
    startsWorkflows: async () => (await self()) !== WORKFLOW,
    ownPullRequests: async (branch) => ownPullRequests(client, await self(), branch),
    createPullRequest: (pullRequest) => createPullRequest(client, pullRequest),
    updatePullRequest: (number, change) => updatePullRequest(client, number, change),
  };
}

async function ownPullRequests(client: Client, self: string, branch: string): Promise<readonly OwnPullRequest[]> {
  const all = await askForAll(client, {
    route: "GET /repos/{owner}/{repo}/pulls",
    parameters: { state: "all", head: `${client.repository.owner}:${branch}`, sort: "created", direction: "desc" },
    doing: `list the pull requests from ${branch}`,
    permission: "pull requests: read",
    answer: pullAnswer,
  });
  const ours = all.filter(({ user }) => user?.login === self);
  return ours.map(read).sort((one, other) => other.number - one.number);
}

async function createPullRequest(client: Client, pullRequest: NewPullRequest): Promise<OwnPullRequest> {
  const made = await ask(client, {
    route: "POST /repos/{owner}/{repo}/pulls",
    parameters: { ...pullRequest },
    doing: `open a pull request from ${pullRequest.head}`,
    permission,
    answer: pullAnswer,
    isCreation: true,
  });
  return read(made);
}

async function updatePullRequest(
  client: Client,
  number: number,
  change: Parameters<OwnPullRequests["updatePullRequest"]>[1],
): Promise<OwnPullRequest> {
  const updated = await ask(client, {
    route: "PATCH /repos/{owner}/{repo}/pulls/{pull_number}",
    parameters: { pull_number: number, ...change },
    doing: `update pull request ${number}`,
    permission,
    answer: pullAnswer,
  });
  return read(updated);
}

function read({ number, html_url: url, title, body, state, merged_at }: z.output<typeof pullAnswer>): OwnPullRequest {
  return { number, url, title, body: body ?? "", state: merged_at === null ? state : "merged" };
}
