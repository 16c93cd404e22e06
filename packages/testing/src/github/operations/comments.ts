import { accountOf, appOf } from "../access/caller.js";
import { roleOf } from "../access/permissions.js";
import { created, noContent, ok, page, Refusal, unprocessable } from "../http/reply.js";
import { requiredNumber, requiredText, textIn } from "../http/values.js";
import { atLeast } from "../state/account.js";
import { commentWithId, issueNumbered } from "../state/find.js";
import type { Comment } from "../state/issue.js";
import { timestamp } from "../state/world.js";
import { commentWire } from "../wire/issue.js";
import { type Handlers, inRepository, type RepositoryCall } from "./call.js";
import { requireShort } from "./text-limit.js";

const read = ["issues:read", "pull_requests:read"] as const;
const write = ["issues:write", "pull_requests:write"] as const;

/** Comments on issues and pull requests. */
export const comments: Handlers = {
  "issues/list-comments": inRepository(read, ({ world, repository, path, query }) => {
    const issue = issueNumbered(repository, requiredNumber(path, "issue_number"));
    const since = Date.parse(textIn(query, "since") ?? "1970-01-01T00:00:00Z");
    const recent = issue.comments.filter(({ updatedAt }) => Date.parse(updatedAt) >= since);
    return page(recent.map((comment) => commentWire(world, repository, issue, comment)));
  }),

  "issues/create-comment": inRepository(write, ({ world, repository, caller, path, body }) => {
    const issue = issueNumbered(repository, requiredNumber(path, "issue_number"));
    const author = accountOf(caller);
    if (author === null) throw new Refusal(401, "Requires authentication");
    const maySpeak = caller.kind === "user" && atLeast(roleOf(caller, repository), "write");
    if (issue.isLocked && !maySpeak) throw new Refusal(403, "Unable to create comment because issue is locked.");
    const text = bodyOf(body);
    const at = timestamp(world);
    const comment: Comment = {
      id: world.nextId(),
      author,
      app: appOf(caller),
      body: text,
      createdAt: at,
      updatedAt: at,
      reactions: [],
    };
    issue.comments.push(comment);
    issue.updatedAt = at;
    return created(commentWire(world, repository, issue, comment));
  }),

  "issues/get-comment": inRepository(read, (call) => ok(shown(call))),

  "issues/update-comment": inRepository(write, (call) => {
    const { comment } = own(call);
    comment.body = bodyOf(call.body);
    comment.updatedAt = timestamp(call.world);
    return ok(shown(call));
  }),

  "issues/delete-comment": inRepository(write, (call) => {
    const { issue, comment } = own(call);
    issue.comments = issue.comments.filter((one) => one !== comment);
    return noContent();
  }),
};

function bodyOf(values: RepositoryCall["body"]): string {
  const body = requiredText(values, "body");
  if (body.trim() === "") throw unprocessable("IssueComment", "body", "body can't be blank");
  requireShort("IssueComment", body);
  return body;
}

const asked = ({ repository, path }: RepositoryCall) => commentWithId(repository, requiredNumber(path, "comment_id"));

/** The comment asked for, when the caller may change it: a person without write access only their own. */
function own(call: RepositoryCall) {
  const found = asked(call);
  const mine = found.comment.author === accountOf(call.caller);
  if (mine || call.caller.kind !== "user" || atLeast(roleOf(call.caller, call.repository), "write")) return found;
  throw new Refusal(403, "Must have admin rights to Repository.");
}

function shown(call: RepositoryCall) {
  const { issue, comment } = asked(call);
  return commentWire(call.world, call.repository, issue, comment);
}
