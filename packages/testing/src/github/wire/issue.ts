import type { Account } from "../state/account.js";
import type { Comment, Issue, Label, Reaction } from "../state/issue.js";
import type { Repository } from "../state/repository.js";
import type { World } from "../state/world.js";
import { accountWire, nodeId, type Wire } from "./account.js";
import { appWire } from "./app.js";
import { apiUrl, webUrl } from "./repository.js";

/** What somebody is to a repository. */
export function association(repository: Repository, account: Account): string {
  if (account.login === repository.owner.login) return "OWNER";
  const role = repository.roles.get(account.login) ?? "none";
  if (role === "none") return "NONE";
  return repository.owner.type === "Organization" ? "MEMBER" : "COLLABORATOR";
}

/** `issue`; of a pull request GitHub sends its half that is an issue. */
export function issueWire(world: World, repository: Repository, issue: Issue): Wire {
  const url = `${apiUrl(world, repository)}/issues/${issue.number}`;
  const pull = repository.pulls.get(issue.number);
  const html = `${webUrl(world, repository)}/${pull === undefined ? "issues" : "pull"}/${issue.number}`;
  return {
    id: issue.id,
    node_id: nodeId("I", issue.id),
    url,
    repository_url: apiUrl(world, repository),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    timeline_url: `${url}/timeline`,
    html_url: html,
    number: issue.number,
    state: issue.state,
    state_reason: issue.stateReason,
    title: issue.title,
    body: issue.body,
    user: accountWire(world, issue.author),
    labels: issue.labels.flatMap((name) => labelNamed(world, repository, name)),
    assignee: issue.assignees[0] === undefined ? null : accountWire(world, issue.assignees[0]),
    assignees: issue.assignees.map((account) => accountWire(world, account)),
    milestone: null,
    locked: issue.isLocked,
    active_lock_reason: null,
    comments: issue.comments.length,
    closed_at: issue.closedAt,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    author_association: association(repository, issue.author),
    reactions: rollup(`${url}/reactions`, issue.reactions),
    performed_via_github_app: issue.app === null ? null : appWire(world, issue.app),
    ...(pull === undefined
      ? {}
      : {
          draft: pull.draft,
          pull_request: {
            url: `${apiUrl(world, repository)}/pulls/${issue.number}`,
            html_url: html,
            diff_url: `${html}.diff`,
            patch_url: `${html}.patch`,
            merged_at: pull.merged?.at ?? null,
          },
        }),
  };
}

/** `issue-comment`. */
export function commentWire(world: World, repository: Repository, issue: Issue, comment: Comment): Wire {
  const url = `${apiUrl(world, repository)}/issues/comments/${comment.id}`;
  const kind = repository.pulls.has(issue.number) ? "pull" : "issues";
  return {
    id: comment.id,
    node_id: nodeId("IC", comment.id),
    url,
    html_url: `${webUrl(world, repository)}/${kind}/${issue.number}#issuecomment-${comment.id}`,
    issue_url: `${apiUrl(world, repository)}/issues/${issue.number}`,
    body: comment.body,
    user: accountWire(world, comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: association(repository, comment.author),
    performed_via_github_app: comment.app === null ? null : appWire(world, comment.app),
    reactions: rollup(`${url}/reactions`, comment.reactions),
  };
}

/** `reaction`. */
export function reactionWire(world: World, reaction: Reaction): Wire {
  return {
    id: reaction.id,
    node_id: nodeId("REA", reaction.id),
    user: accountWire(world, reaction.user),
    content: reaction.content,
    created_at: reaction.createdAt,
  };
}

/** `label`. */
export function labelWire(world: World, repository: Repository, label: Label): Wire {
  return {
    id: label.id,
    node_id: nodeId("LA", label.id),
    url: `${apiUrl(world, repository)}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    color: label.color,
    default: false,
    description: label.description,
  };
}

function labelNamed(world: World, repository: Repository, name: string): readonly Wire[] {
  const label = repository.labels.get(name);
  return label === undefined ? [] : [labelWire(world, repository, label)];
}

const emojis = ["+1", "-1", "laugh", "confused", "heart", "hooray", "rocket", "eyes"];

function rollup(url: string, reactions: readonly Reaction[]): Wire {
  const counts = emojis.map((emoji) => [emoji, reactions.filter(({ content }) => content === emoji).length]);
  return { url, total_count: reactions.length, ...Object.fromEntries(counts) };
}
