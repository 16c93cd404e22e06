import { reviewOf } from "../state/find.js";
import type { Pull, Review } from "../state/pull.js";
import { accountNamed, timestamp } from "../state/world.js";
import type { Delivery } from "../webhooks/delivery.js";
import { eventDelivery } from "../webhooks/event.js";
import type { Wire } from "../wire/account.js";
import { reviewWire, simplePullWire } from "../wire/pull.js";
import { type Place, pullAt } from "./act.js";

/** A review somebody submits; on the head commit when no other is named. */
export interface SubmittedReview {
  readonly number: number;
  readonly by: string;
  readonly state: "APPROVED" | "CHANGES_REQUESTED" | "COMMENTED";
  readonly body?: string;
  readonly commit?: string;
}

/** `pull_request_review.submitted`, and the review's id. */
export async function submitReview(place: Place, said: SubmittedReview): Promise<{ id: number; delivery: Delivery }> {
  const { world } = place;
  const pull = await pullAt(place, said.number);
  const author = accountNamed(world, said.by);
  if (author === pull.issue.author && said.state !== "COMMENTED")
    throw new Error("GitHub lets nobody judge their own pull request");
  const commit = said.commit ?? pull.headSha;
  const review = {
    id: world.nextId(),
    author,
    state: said.state,
    body: said.body ?? "",
    commit,
    submittedAt: timestamp(world),
  };
  pull.reviews.push(review);
  return { id: review.id, delivery: reviewEvent(place, pull, review, "submitted", said.by) };
}

/** Rewrites a review's text, which leaves its state: `pull_request_review.edited`. */
export async function editReview(
  place: Place,
  { number, id, body }: { number: number; id: number; body: string },
): Promise<Delivery> {
  const pull = await pullAt(place, number);
  const review = reviewOf(pull, id);
  const changes = { body: { from: review.body } };
  review.body = body;
  return reviewEvent(place, pull, review, "edited", review.author.login, { changes });
}

/** Takes a review's force away: `pull_request_review.dismissed`. */
export async function dismissReview(
  place: Place,
  { number, id, by }: { number: number; id: number; by: string },
): Promise<Delivery> {
  const pull = await pullAt(place, number);
  const review = reviewOf(pull, id);
  review.state = "DISMISSED";
  return reviewEvent(place, pull, review, "dismissed", by);
}

function reviewEvent(place: Place, pull: Pull, review: Review, action: string, by: string, parts: Wire = {}): Delivery {
  const { world, repository } = place;
  const wire = reviewWire(world, repository, pull, review);
  // Webhooks write a review's state in lower case, the REST API in upper case.
  const said = { ...wire, state: review.state.toLowerCase() };
  const told = { review: said, pull_request: simplePullWire(world, repository, pull), ...parts };
  return eventDelivery(world, repository, {
    event: "pull_request_review",
    action,
    by: accountNamed(world, by),
    parts: told,
  });
}
