import type { Commit } from "../git/commits.js";
import type { Annotation, CheckRun, CheckSuite, CommitStatus } from "../state/check.js";
import type { Pull } from "../state/pull.js";
import type { Repository } from "../state/repository.js";
import type { World } from "../state/world.js";
import { accountWire, nodeId, type Wire } from "./account.js";
import { appWire } from "./app.js";
import { apiUrl, repositoryWire, webUrl } from "./repository.js";

/** `check-run`. */
export function checkRunWire(world: World, repository: Repository, run: CheckRun): Wire {
  const url = `${apiUrl(world, repository)}/check-runs/${run.id}`;
  return {
    id: run.id,
    name: run.name,
    node_id: nodeId("CR", run.id),
    head_sha: run.suite.headSha,
    external_id: run.externalId ?? "",
    url,
    html_url: `${webUrl(world, repository)}/runs/${run.id}`,
    details_url: run.detailsUrl ?? `${world.url}/apps/${run.suite.app.slug}`,
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    output: {
      title: run.title,
      summary: run.summary,
      text: run.text,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    check_suite: { id: run.suite.id },
    app: appWire(world, run.suite.app),
    pull_requests: pullsAt(world, repository, run.suite.headSha),
  };
}

/** The open pull requests with this head commit; those from forks are left out, as GitHub documents. */
function pullsAt(world: World, repository: Repository, sha: string): readonly Wire[] {
  return [...repository.pulls.values()]
    .filter(
      (pull) => pull.headSha === sha && pull.issue.state === "open" && pull.headRepository === repository.fullName,
    )
    .map((pull) => minimalPullWire(world, repository, pull));
}

function minimalPullWire(world: World, repository: Repository, pull: Pull): Wire {
  const repo = { id: repository.id, url: apiUrl(world, repository), name: repository.name };
  return {
    id: pull.id,
    number: pull.issue.number,
    url: `${apiUrl(world, repository)}/pulls/${pull.issue.number}`,
    head: { ref: pull.headRef, sha: pull.headSha, repo },
    base: { ref: pull.baseRef, sha: pull.baseSha, repo },
  };
}

/** `check-annotation`. */
export function annotationWire(world: World, repository: Repository, run: CheckRun, annotation: Annotation): Wire {
  return {
    path: annotation.path,
    start_line: annotation.startLine,
    end_line: annotation.endLine,
    start_column: annotation.startColumn,
    end_column: annotation.endColumn,
    annotation_level: annotation.level,
    title: annotation.title,
    message: annotation.message,
    raw_details: annotation.rawDetails,
    blob_href: `${webUrl(world, repository)}/blob/${run.suite.headSha}/${encodeURI(annotation.path)}`,
  };
}

/** `check-suite`, whose state is the worst of its newest runs. */
export function suiteWire(world: World, repository: Repository, suite: CheckSuite, commit: Commit): Wire {
  const url = `${apiUrl(world, repository)}/check-suites/${suite.id}`;
  const runs = repository.runs.filter((run) => run.suite === suite);
  const done = runs.length > 0 && runs.every(({ status }) => status === "completed");
  const failed = runs.find(({ conclusion }) => conclusion !== "success" && conclusion !== "neutral");
  return {
    id: suite.id,
    node_id: nodeId("CS", suite.id),
    head_branch: null,
    head_sha: suite.headSha,
    status: done ? "completed" : "queued",
    conclusion: done ? (failed?.conclusion ?? "success") : null,
    url,
    before: commit.parents[0] ?? null,
    after: suite.headSha,
    pull_requests: pullsAt(world, repository, suite.headSha),
    app: appWire(world, suite.app),
    repository: repositoryWire(world, repository),
    created_at: suite.createdAt,
    updated_at: suite.createdAt,
    head_commit: {
      id: commit.sha,
      tree_id: commit.tree,
      message: commit.message,
      timestamp: commit.committer.date,
      author: { name: commit.author.name, email: commit.author.email },
      committer: { name: commit.committer.name, email: commit.committer.email },
    },
    latest_check_runs_count: runs.length,
    check_runs_url: `${url}/check-runs`,
  };
}

/** `status`; without its creator it is a `simple-commit-status`. */
export function statusWire(world: World, repository: Repository, status: CommitStatus): Wire {
  return {
    id: status.id,
    node_id: nodeId("SC", status.id),
    url: `${apiUrl(world, repository)}/statuses/${status.sha}`,
    avatar_url: `${world.url}/avatars/u/${status.creator.id}`,
    state: status.state,
    context: status.context,
    description: status.description,
    target_url: status.targetUrl,
    created_at: status.createdAt,
    updated_at: status.createdAt,
    creator: accountWire(world, status.creator),
  };
}
