import type { Pull, Review } from "../state/pull.js";
import type { Repository } from "../state/repository.js";
import { accountNamed, type World } from "../state/world.js";
import { accountWire, nodeId, type Wire } from "./account.js";
import { association, issueWire } from "./issue.js";
import { apiUrl, repositoryWire, webUrl } from "./repository.js";
import { teamWire } from "./team.js";

/** What only git can tell of a pull request. */
export interface PullFacts {
  /** Null when its branches conflict. */
  readonly mergeCommit: string | null;
  readonly state: "clean" | "dirty" | "blocked" | "draft" | "behind" | "unknown";
  readonly commits: number;
  readonly additions: number;
  readonly deletions: number;
  readonly files: number;
}

/** `pull-request-simple`: a pull request in a list. */
export function simplePullWire(
  world: World,
  repository: Repository,
  pull: Pull,
  mergeCommit: string | null = null,
): Wire {
  const { issue } = pull;
  const html = `${webUrl(world, repository)}/pull/${issue.number}`;
  const shared = issueWire(world, repository, issue);
  const links = linksOf(world, repository, pull);
  return {
    ...Object.fromEntries(sharedWithIssues.map((name) => [name, shared[name]])),
    id: pull.id,
    node_id: nodeId("PR", pull.id),
    url: links.self,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: links.issue,
    commits_url: links.commits,
    review_comments_url: links.review_comments,
    review_comment_url: links.review_comment,
    comments_url: links.comments,
    statuses_url: links.statuses,
    merged_at: pull.merged?.at ?? null,
    merge_commit_sha: pull.merged?.sha ?? mergeCommit,
    requested_reviewers: pull.requestedReviewers.map((account) => accountWire(world, account)),
    requested_teams: teamsOf(world, pull),
    head: sideWire(world, repository, pull.headRepository, pull.headRef, pull.headSha),
    base: sideWire(world, repository, repository.fullName, pull.baseRef, pull.baseSha),
    _links: Object.fromEntries(Object.entries(links).map(([name, href]) => [name, { href }])),
    auto_merge: null,
    draft: pull.draft,
  };
}

const sharedWithIssues = [
  ...["number", "state", "locked", "title", "user", "body", "labels", "milestone", "active_lock_reason"],
  ...["created_at", "updated_at", "closed_at", "assignee", "assignees", "author_association"],
];

/** `pull-request`: a pull request by its own address. */
export function pullWire(world: World, repository: Repository, pull: Pull, facts: PullFacts): Wire {
  const open = pull.issue.state === "open";
  return {
    ...simplePullWire(world, repository, pull, facts.mergeCommit),
    merged: pull.merged !== null,
    mergeable: open ? facts.mergeCommit !== null : null,
    rebaseable: open ? facts.mergeCommit !== null : null,
    mergeable_state: open ? facts.state : "unknown",
    merged_by: pull.merged === null ? null : accountWire(world, pull.merged.by),
    comments: pull.issue.comments.length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: facts.commits,
    additions: facts.additions,
    deletions: facts.deletions,
    changed_files: facts.files,
  };
}

function linksOf(world: World, repository: Repository, pull: Pull) {
  const api = apiUrl(world, repository);
  const self = `${api}/pulls/${pull.issue.number}`;
  const issue = `${api}/issues/${pull.issue.number}`;
  return {
    self,
    html: `${webUrl(world, repository)}/pull/${pull.issue.number}`,
    issue,
    comments: `${issue}/comments`,
    review_comments: `${self}/comments`,
    review_comment: `${api}/pulls/comments{/number}`,
    commits: `${self}/commits`,
    statuses: `${api}/statuses/${pull.headSha}`,
  };
}

function sideWire(world: World, repository: Repository, fullName: string, ref: string, sha: string): Wire {
  const holder = world.repositories.get(fullName) ?? forkOf(world, repository, fullName);
  return {
    label: `${holder.owner.login}:${ref}`,
    ref,
    sha,
    user: accountWire(world, holder.owner),
    repo: repositoryWire(world, holder),
  };
}

/** A fork that the test only named: it looks as its parent does. */
function forkOf(world: World, parent: Repository, fullName: string): Repository {
  const [login = "", name = ""] = fullName.split("/");
  const owner = accountNamed(world, login);
  return { ...parent, id: parent.id + owner.id, owner, name, fullName, forkOf: parent.fullName, issues: new Map() };
}

function teamsOf(world: World, pull: Pull): readonly Wire[] {
  return world.teams.filter(({ slug }) => pull.requestedTeams.includes(slug)).map((team) => teamWire(world, team));
}

/** `pull-request-review`. */
export function reviewWire(world: World, repository: Repository, pull: Pull, review: Review): Wire {
  const html = `${webUrl(world, repository)}/pull/${pull.issue.number}#pullrequestreview-${review.id}`;
  const url = `${apiUrl(world, repository)}/pulls/${pull.issue.number}`;
  return {
    id: review.id,
    node_id: nodeId("PRR", review.id),
    user: accountWire(world, review.author),
    body: review.body,
    state: review.state,
    html_url: html,
    pull_request_url: url,
    author_association: association(repository, review.author),
    _links: { html: { href: html }, pull_request: { href: url } },
    submitted_at: review.submittedAt,
    commit_id: review.commit,
  };
}
