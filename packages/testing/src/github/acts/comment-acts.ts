import { commentWithId, issueNumbered } from "../state/find.js";
import type { Comment, Issue } from "../state/issue.js";
import { accountNamed, timestamp } from "../state/world.js";
import type { Delivery } from "../webhooks/delivery.js";
import { eventDelivery } from "../webhooks/event.js";
import type { Wire } from "../wire/account.js";
import { commentWire, issueWire } from "../wire/issue.js";
import type { Place } from "./act.js";

/** Somebody comments on an issue or pull request: `issue_comment.created`, and the comment's id. */
export function comment(
  place: Place,
  { number, by, body }: { number: number; by: string; body: string },
): { id: number; delivery: Delivery } {
  const { world, repository } = place;
  const issue = issueNumbered(repository, number);
  const at = timestamp(world);
  const made: Comment = {
    id: world.nextId(),
    author: accountNamed(world, by),
    app: null,
    body,
    createdAt: at,
    updatedAt: at,
    reactions: [],
  };
  issue.comments.push(made);
  return { id: made.id, delivery: commentEvent(place, issue, made, "created", by) };
}

/** Somebody rewrites a comment, their own or as an admin another's: `issue_comment.edited`. */
export function editComment(place: Place, { id, by, body }: { id: number; by: string; body: string }): Delivery {
  const { issue, comment: found } = commentWithId(place.repository, id);
  const changes = { body: { from: found.body } };
  found.body = body;
  found.updatedAt = timestamp(place.world);
  return commentEvent(place, issue, found, "edited", by, { changes });
}

/** Somebody deletes a comment: `issue_comment.deleted`. */
export function deleteComment(place: Place, { id, by }: { id: number; by: string }): Delivery {
  const { issue, comment: found } = commentWithId(place.repository, id);
  issue.comments = issue.comments.filter((one) => one !== found);
  return commentEvent(place, issue, found, "deleted", by);
}

function commentEvent(
  place: Place,
  issue: Issue,
  made: Comment,
  action: string,
  by: string,
  parts: Wire = {},
): Delivery {
  const { world, repository } = place;
  const told = {
    issue: issueWire(world, repository, issue),
    comment: commentWire(world, repository, issue, made),
    ...parts,
  };
  return eventDelivery(world, repository, { event: "issue_comment", action, by: accountNamed(world, by), parts: told });
}
