import { accountOf, appOf } from "../access/caller.js";
import { created, ok, page, Refusal, unprocessable } from "../http/reply.js";
import { requiredNumber, textIn, textsIn } from "../http/values.js";
import { issueNumbered } from "../state/find.js";
import type { Issue } from "../state/issue.js";
import { newIssue } from "../state/new-issue.js";
import { accountNamed, timestamp } from "../state/world.js";
import { issueWire } from "../wire/issue.js";
import { type Handlers, inRepository, type RepositoryCall } from "./call.js";
import { labelTexts, withLabels } from "./labels.js";
import { requireShort } from "./text-limit.js";

/** Issues; GitHub counts pull requests among them. */
export const issues: Handlers = {
  "issues/create": inRepository("issues:write", (call) => {
    const { world, repository, body } = call;
    const author = accountOf(call.caller);
    if (author === null) throw new Refusal(401, "Requires authentication");
    requireShort("Issue", textIn(body, "body"));
    const title = `${body.title}`;
    const issue = newIssue(world, repository, {
      author,
      title,
      body: textIn(body, "body") ?? null,
      app: appOf(call.caller),
    });
    issue.labels = withLabels(call, labelTexts(body, "labels"));
    issue.assignees = textsIn(body, "assignees").map((login) => accountNamed(world, login));
    return created(issueWire(world, repository, issue));
  }),

  "issues/get": inRepository(["issues:read", "pull_requests:read"], ({ world, repository, path }) =>
    ok(issueWire(world, repository, issueNumbered(repository, requiredNumber(path, "issue_number")))),
  ),

  "issues/update": inRepository(["issues:write", "pull_requests:write"], (call) => {
    const issue = issueNumbered(call.repository, requiredNumber(call.path, "issue_number"));
    requireShort("Issue", textIn(call.body, "body"));
    update(call, issue);
    return ok(issueWire(call.world, call.repository, issue));
  }),

  "issues/list-for-repo": inRepository("issues:read", (call) => {
    const { world, repository, query } = call;
    const sorted = [...repository.issues.values()].filter((issue) => wanted(call, issue)).sort(byAge(query.sort));
    if (textIn(query, "direction") !== "asc") sorted.reverse();
    return page(sorted.map((issue) => issueWire(world, repository, issue)));
  }),
};

function update(call: RepositoryCall, issue: Issue): void {
  const { world, body } = call;
  const state = textIn(body, "state");
  if (typeof body.title === "string" && body.title.trim() === "")
    throw unprocessable("Issue", "title", "title is blank");
  if (body.title !== undefined && body.title !== null) issue.title = `${body.title}`;
  if (body.body !== undefined) issue.body = textIn(body, "body") ?? null;
  if (body.labels !== undefined) issue.labels = withLabels(call, labelTexts(body, "labels"));
  if (body.assignees !== undefined)
    issue.assignees = textsIn(body, "assignees").map((login) => accountNamed(world, login));
  issue.updatedAt = timestamp(world);
  if (state === "closed" && issue.state === "open") close(issue, textIn(body, "state_reason"));
  if (state === "open" && issue.state === "closed") {
    Object.assign(issue, { state: "open", stateReason: "reopened", closedAt: null });
  }
}

function close(issue: Issue, reason: string | undefined): void {
  Object.assign(issue, { state: "closed", stateReason: reason ?? "completed", closedAt: issue.updatedAt });
}

function wanted({ query }: RepositoryCall, issue: Issue): boolean {
  const state = textIn(query, "state") ?? "open";
  const labels = (textIn(query, "labels") ?? "").split(",").filter((name) => name !== "");
  const creator = textIn(query, "creator");
  const assignee = textIn(query, "assignee");
  const since = textIn(query, "since");
  return (
    (state === "all" || issue.state === state) &&
    labels.every((name) => issue.labels.includes(name)) &&
    (creator === undefined || issue.author.login === creator) &&
    (assignee === undefined || assignee === "*" || issue.assignees.some(({ login }) => login === assignee)) &&
    (since === undefined || Date.parse(issue.updatedAt) >= Date.parse(since))
  );
}

/** Oldest first by what was asked for; of the same second, by number. */
function byAge(sort: unknown): (one: Issue, other: Issue) => number {
  const of = (issue: Issue) =>
    sort === "updated" ? issue.updatedAt : sort === "comments" ? issue.comments.length : issue.createdAt;
  return (one, other) => (of(one) === of(other) ? one.number - other.number : of(one) < of(other) ? -1 : 1);
}
