import { accountOf } from "../access/caller.js";
import { created, noContent, notFound, ok, page, Refusal, type Reply } from "../http/reply.js";
import { requiredNumber, requiredText, textIn } from "../http/values.js";
import { commentWithId, issueNumbered } from "../state/find.js";
import type { Reaction } from "../state/issue.js";
import { timestamp } from "../state/world.js";
import { reactionWire } from "../wire/issue.js";
import { type Handlers, inRepository, type RepositoryCall } from "./call.js";

const read = ["issues:read", "pull_requests:read"] as const;
const write = ["issues:write", "pull_requests:write"] as const;

type Place = (call: RepositoryCall) => Reaction[];

const onIssue: Place = ({ repository, path }) =>
  issueNumbered(repository, requiredNumber(path, "issue_number")).reactions;
const onComment: Place = ({ repository, path }) =>
  commentWithId(repository, requiredNumber(path, "comment_id")).comment.reactions;

/** Emojis on issues and on their comments. */
export const reactions: Handlers = {
  "reactions/list-for-issue": inRepository(read, (call) => list(call, onIssue(call))),
  "reactions/list-for-issue-comment": inRepository(read, (call) => list(call, onComment(call))),
  "reactions/create-for-issue": inRepository(write, (call) => add(call, onIssue(call))),
  "reactions/create-for-issue-comment": inRepository(write, (call) => add(call, onComment(call))),
  "reactions/delete-for-issue": inRepository(write, (call) => remove(call, onIssue(call))),
  "reactions/delete-for-issue-comment": inRepository(write, (call) => remove(call, onComment(call))),
};

function list({ world, query }: RepositoryCall, all: readonly Reaction[]): Reply {
  const content = textIn(query, "content");
  const wanted = all.filter((one) => content === undefined || one.content === content);
  return page(wanted.map((one) => reactionWire(world, one)));
}

/** 201 for a new one, 200 for one that the caller has already put there. */
function add({ world, caller, body }: RepositoryCall, all: Reaction[]): Reply {
  const user = accountOf(caller);
  if (user === null) throw new Refusal(401, "Requires authentication");
  const content = requiredText(body, "content");
  const known = all.find((one) => one.content === content && one.user === user);
  if (known !== undefined) return ok(reactionWire(world, known));
  const reaction = { id: world.nextId(), content, user, createdAt: timestamp(world) };
  all.push(reaction);
  return created(reactionWire(world, reaction));
}

function remove({ path }: RepositoryCall, all: Reaction[]): Reply {
  const at = all.findIndex(({ id }) => id === requiredNumber(path, "reaction_id"));
  if (at < 0) throw notFound();
  all.splice(at, 1);
  return noContent();
}
