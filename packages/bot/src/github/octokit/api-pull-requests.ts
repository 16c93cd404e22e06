import * as z from "zod";
import type { OpenPullRequest, Permission, PullRequest, PullRequests, Review } from "../pull-requests.js";
import { account, commitId } from "./answers.js";
import { ask, askForAll, askForDatedPages } from "./ask.js";
import type { Client } from "./client.js";
import { commitsBetween } from "./commits-between.js";
import { queueBranches } from "./queue-branches.js";

const permission = "pull requests: read";

const pullAnswer = z.object({
  number: z.int(),
  html_url: z.string(),
  state: z.enum(["open", "closed"]),
  user: account,
  head: z.object({ sha: commitId }),
  base: z.object({ ref: z.string() }),
});
const listedAnswer = pullAnswer.extend({ updated_at: z.string() });

const reviewAnswer = z.object({
  id: z.int(),
  user: account,
  state: z.string(),
  commit_id: commitId.nullable().optional(),
  submitted_at: z.string().optional(),
});

/** Milliseconds: times are told to the second, and the clocks of GitHub's many machines are not quite the same. */
const AGE_OF_SETTLED = 60_000;

/** The repository's pull requests by GitHub's REST API. */
export function apiPullRequests(client: Client): PullRequests {
  return {
    pullRequest: (number) => pullRequest(client, number),
    openPullRequests: (into) => openPullRequests(client, into),
    openPullRequestsWithHead: (head) => openPullRequestsWithHead(client, head),
    reviews: (number) => reviews(client, number),
    commitsBetween: (base, head) => commitsBetween(client, base, head),
    permission: (login) => permissionOf(client, login),
    branchTip: (branch) => branchTip(client, branch),
    queueBranches: () => queueBranches(client),
  };
}

async function pullRequest(client: Client, number: number): Promise<PullRequest> {
  const answer = await ask(client, {
    route: "GET /repos/{owner}/{repo}/pulls/{pull_number}",
    parameters: { pull_number: number },
    doing: `read pull request ${number}`,
    permission,
    answer: pullAnswer,
  });
  return read(answer);
}

async function openPullRequests(client: Client, into: string | null): Promise<readonly OpenPullRequest[]> {
  const pages = askForDatedPages(client, {
    route: "GET /repos/{owner}/{repo}/pulls",
    parameters: { state: "open", sort: "created", direction: "asc", ...(into === null ? {} : { base: into }) },
    doing: "list the open pull requests",
    permission,
    answer: listedAnswer,
  });
  const open: OpenPullRequest[] = [];
  for await (const { items, answeredAt } of pages) open.push(...items.map((each) => readListed(each, answeredAt)));
  return open;
}

function readListed(listed: z.output<typeof listedAnswer>, answeredAt: number): OpenPullRequest {
  // An answer without a time settles nothing.
  const isSettled = answeredAt - Date.parse(listed.updated_at) > AGE_OF_SETTLED;
  return { ...read(listed), touchedAt: listed.updated_at, isJustTouched: !isSettled };
}

async function openPullRequestsWithHead(client: Client, head: string): Promise<readonly PullRequest[]> {
  // Not by the commit: GitHub does not know the pull requests of a fork's commits that way.
  const open = await openPullRequests(client, null);
  return open.filter((each) => each.head === head).map(({ touchedAt: _, isJustTouched: __, ...each }) => each);
}

function read({ number, html_url: url, state, user, head, base }: z.output<typeof pullAnswer>): PullRequest {
  return { number, url, isOpen: state === "open", author: user?.login ?? null, head: head.sha, base: base.ref };
}

async function reviews(client: Client, number: number): Promise<readonly Review[]> {
  const all = await askForAll(client, {
    route: "GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews",
    parameters: { pull_number: number },
    doing: `read the reviews of pull request ${number}`,
    permission,
    answer: reviewAnswer,
  });
  return all.map(({ id, user, state, commit_id, submitted_at }) => ({
    id,
    login: user?.login ?? null,
    isPerson: user?.type === "User",
    state,
    commit: commit_id ?? null,
    submittedAt: submitted_at ?? null,
  }));
}

async function permissionOf(client: Client, login: string): Promise<Permission> {
  const { permission: granted } = await ask(client, {
    route: "GET /repos/{owner}/{repo}/collaborators/{username}/permission",
    parameters: { username: login },
    doing: `ask what ${login} may do`,
    permission: "metadata: read",
    answer: z.object({ permission: z.enum(["none", "read", "write", "admin"]) }),
  });
  return granted;
}

async function branchTip(client: Client, branch: string): Promise<string> {
  const { commit } = await ask(client, {
    route: "GET /repos/{owner}/{repo}/branches/{branch}",
    parameters: { branch },
    doing: `find the newest commit of the branch ${branch}`,
    permission: "contents: read",
    answer: z.object({ commit: z.object({ sha: commitId }) }),
  });
  return commit.sha;
}
