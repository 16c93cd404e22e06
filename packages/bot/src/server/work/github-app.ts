import { findUnjudged } from "../../find-unjudged.js";
import { commitsOfGitHub } from "../../github/commits/api-commits.js";
import type { GitHub } from "../../github/github.js";
import { GitHubError } from "../../github/github-error.js";
import { type AppAccess, installedRepositories } from "../../github/octokit/installations.js";
import { octokitGitHub } from "../../github/octokit/octokit-github.js";
import type { CheckCommits } from "../../judge/check-commits.js";
import { type Judge, judgePullRequest, type MergeGroup } from "../../judge/judge-pull-request.js";
import type { CouldNotCheck } from "../../judge/judgement.js";
import { publishComment } from "../../publish/publish-comment.js";
import { type Publication, publishConclusion, publishVerdict } from "../../publish/publish-judgements.js";
import { reviewMergeGroup, reviewPullRequest } from "../../review-pull-request.js";
import type { App, AppRepository } from "./app.js";

/** The check a repository requires. */
const publication: Publication = { name: "schema-gate", reportUrl: null };

/** The app at GitHub, judging by `checkCommits`. `today` is the day (UTC) verdicts are given on. */
export function gitHubApp(access: AppAccess, checkCommits: CheckCommits, today: () => string): App {
  // One client for each repository: it keeps the token, the pace and who we are.
  const clients = new Map<string, GitHub>();
  return {
    repositories: () => installedRepositories(access),
    at({ owner, name, installation }) {
      const key = `${installation} ${owner}/${name}`;
      const credentials = { ...access.credentials, installation };
      const github = clients.get(key) ?? octokitGitHub({ ...access, owner, repository: name, credentials });
      clients.set(key, github);
      return repositoryOf(github, checkCommits, today);
    },
    isHopeless: (error) => error instanceof GitHubError && ["missing", "forbidden"].includes(error.reason),
  };
}

function repositoryOf(github: GitHub, checkCommits: CheckCommits, today: () => string): AppRepository {
  // What was read of commits is kept for one judgement only.
  const judge = (): Judge => ({
    github,
    commits: commitsOfGitHub(github),
    checkCommits,
    asOf: today(),
    asksAgain: true,
  });
  return {
    openPullRequests: (into) => github.openPullRequests(into),
    openPullRequestsWithHead: (head) => github.openPullRequestsWithHead(head),
    findUnjudged: (before) => findUnjudged(github, { name: publication.name, asOf: today() }, before),
    review: async (number) => void (await reviewPullRequest(judge(), publication, number)),
    concludeUnchecked: (number, reason) => concludeUnchecked(github, number, reason),
    reviewMergeGroup: async (group) => void (await reviewMergeGroup(judge(), publication, group)),
    concludeMergeGroupUnchecked: (group, reason) => concludeGroupUnchecked(github, group, reason),
    judge: async (number) => judgePullRequest(judge(), await github.pullRequest(number)),
    mayWrite: async (login) => ["write", "admin"].includes(await github.permission(login)),
    react: (comment, reaction) => github.react(comment, reaction),
    answer: (number, marker, text) => publishComment(github, number, marker, `${marker}${text}`, false),
  };
}

async function concludeUnchecked(github: GitHub, number: number, reason: string): Promise<void> {
  const pullRequest = await github.pullRequest(number);
  if (!pullRequest.isOpen) return;
  const judgement = { ...unchecked, pullRequest, head: pullRequest.head, reason };
  await publishConclusion(github, publication, [judgement]);
  await publishVerdict(github, publication, judgement);
}

async function concludeGroupUnchecked(github: GitHub, { head, pullRequest }: MergeGroup, reason: string) {
  const judgement = { ...unchecked, pullRequest: await github.pullRequest(pullRequest), head, reason };
  await publishConclusion(github, publication, [judgement]);
}

const unchecked = { kind: "could-not-check", grounds: null, defect: null } as const satisfies Partial<CouldNotCheck>;
