import type { Commit } from "../git/commits.js";
import { commitNamed } from "../state/find.js";
import { accountNamed } from "../state/world.js";
import type { Delivery } from "../webhooks/delivery.js";
import { eventDelivery } from "../webhooks/event.js";
import { accountWire, type Wire } from "../wire/account.js";
import { apiUrl, repositoryWire, webUrl } from "../wire/repository.js";
import type { Place } from "./act.js";

/** A workflow's run that came to its end. */
export interface EndedRun {
  /** What the workflow calls itself, and its file. */
  readonly name: string;
  readonly path: string;
  /** What set it off, as in `pull_request_review`. */
  readonly event: string;
  /** The newest commit of the pull request, or of the branch, that it ran for. */
  readonly headSha: string;
  readonly headBranch: string;
  readonly by: string;
}

/** `workflow_run.completed`. Which pull requests it was for GitHub says of no fork's; so of none here. */
export async function endRun(place: Place, ended: EndedRun): Promise<Delivery> {
  const { world, repository } = place;
  const by = accountNamed(world, ended.by);
  const [run, workflow] = [
    runWire(place, ended, await commitNamed(repository, ended.headSha)),
    workflowWire(place, ended),
  ];
  const parts = { workflow_run: { ...run, workflow_url: workflow.url }, workflow };
  return eventDelivery(world, repository, { event: "workflow_run", action: "completed", by, parts });
}

function runWire({ world, repository }: Place, { name, path, event, headBranch, by }: EndedRun, head: Commit): Wire {
  const id = world.nextId();
  const url = `${apiUrl(world, repository)}/actions/runs/${id}`;
  const account = accountWire(world, accountNamed(world, by));
  const { author, committer, message, tree, sha } = head;
  const person = ({ name: called, email }: Commit["author"]) => ({ name: called, email });
  return {
    id,
    name,
    path,
    display_title: name,
    event,
    status: "completed",
    conclusion: "success",
    head_sha: sha,
    head_branch: headBranch,
    head_commit: {
      id: sha,
      tree_id: tree,
      message,
      timestamp: committer.date,
      author: person(author),
      committer: person(committer),
    },
    pull_requests: [],
    actor: account,
    triggering_actor: account,
    repository: repositoryWire(world, repository),
    head_repository: repositoryWire(world, repository),
    url,
    html_url: `${webUrl(world, repository)}/actions/runs/${id}`,
    ...Object.fromEntries(["artifacts", "cancel", "jobs", "logs", "rerun"].map((of) => [`${of}_url`, `${url}/${of}`])),
    check_suite_url: `${apiUrl(world, repository)}/check-suites/${id}`,
  };
}

function workflowWire({ world, repository }: Place, { name, path }: EndedRun): Wire {
  const id = world.nextId();
  const web = webUrl(world, repository);
  return {
    id,
    name,
    path,
    url: `${apiUrl(world, repository)}/actions/workflows/${id}`,
    html_url: `${web}/blob/${repository.defaultBranch}/${path}`,
    badge_url: `${web}/workflows/${encodeURIComponent(name)}/badge.svg`,
  };
}
