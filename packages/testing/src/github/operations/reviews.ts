import { accountOf } from "../access/caller.js";
import { roleOf } from "../access/permissions.js";
import { created, ok, page, Refusal } from "../http/reply.js";
import { requiredNumber, requiredText, textIn, textsIn } from "../http/values.js";
import { atLeast } from "../state/account.js";
import { reviewOf } from "../state/find.js";
import type { Pull, Review } from "../state/pull.js";
import { accountNamed, timestamp } from "../state/world.js";
import { accountWire } from "../wire/account.js";
import { reviewWire, simplePullWire } from "../wire/pull.js";
import { teamWire } from "../wire/team.js";
import { type Handlers, inRepository, type RepositoryCall } from "./call.js";
import { pullAsked } from "./pulls.js";
import { requireShort } from "./text-limit.js";

const states = { APPROVE: "APPROVED", REQUEST_CHANGES: "CHANGES_REQUESTED", COMMENT: "COMMENTED" } as const;

/** Reviews of pull requests, and who was asked for one. */
export const reviews: Handlers = {
  "pulls/list-reviews": inRepository("pull_requests:read", async (call) => {
    const pull = await pullAsked(call);
    return page(pull.reviews.map((review) => shown(call, pull, review)));
  }),

  "pulls/get-review": inRepository("pull_requests:read", async (call) => {
    const pull = await pullAsked(call);
    return ok(shown(call, pull, reviewAsked(call, pull)));
  }),

  "pulls/create-review": inRepository("pull_requests:write", async (call) => {
    const pull = await pullAsked(call);
    const review = newReview(call, pull);
    pull.reviews.push(review);
    return ok(shown(call, pull, review));
  }),

  "pulls/update-review": inRepository("pull_requests:write", async (call) => {
    const pull = await pullAsked(call);
    const review = reviewAsked(call, pull);
    if (review.author !== accountOf(call.caller)) throw refused("Could not edit review of somebody else.");
    requireShort("PullRequestReview", requiredText(call.body, "body"));
    review.body = requiredText(call.body, "body");
    return ok(shown(call, pull, review));
  }),

  "pulls/dismiss-review": inRepository("pull_requests:write", async (call) => {
    const pull = await pullAsked(call);
    const review = reviewAsked(call, pull);
    if (call.caller.kind === "user" && !atLeast(roleOf(call.caller, call.repository), "write")) {
      throw new Refusal(403, "Must have admin rights to Repository.");
    }
    if (review.state !== "APPROVED" && review.state !== "CHANGES_REQUESTED") {
      throw refused(`Can not dismiss a ${review.state.toLowerCase()} pull request review`);
    }
    review.state = "DISMISSED";
    return ok(shown(call, pull, review));
  }),

  "pulls/list-requested-reviewers": inRepository("pull_requests:read", async (call) => {
    const { world } = call;
    const pull = await pullAsked(call);
    return ok({
      users: pull.requestedReviewers.map((account) => accountWire(world, account)),
      teams: world.teams.filter(({ slug }) => pull.requestedTeams.includes(slug)).map((team) => teamWire(world, team)),
    });
  }),

  "pulls/request-reviewers": inRepository("pull_requests:write", async (call) => {
    const { world, repository, body } = call;
    const pull = await pullAsked(call);
    const asked = textsIn(body, "reviewers").map((login) => accountNamed(world, login));
    if (asked.includes(pull.issue.author)) throw refused("Review cannot be requested from pull request author.");
    pull.requestedReviewers = [...new Set([...pull.requestedReviewers, ...asked])];
    pull.requestedTeams = [...new Set([...pull.requestedTeams, ...textsIn(body, "team_reviewers")])];
    return created(simplePullWire(world, repository, pull));
  }),

  "pulls/remove-requested-reviewers": inRepository("pull_requests:write", async (call) => {
    const pull = await pullAsked(call);
    const gone = textsIn(call.body, "reviewers");
    const goneTeams = textsIn(call.body, "team_reviewers");
    pull.requestedReviewers = pull.requestedReviewers.filter(({ login }) => !gone.includes(login));
    pull.requestedTeams = pull.requestedTeams.filter((slug) => !goneTeams.includes(slug));
    return ok(simplePullWire(call.world, call.repository, pull));
  }),
};

const refused = (message: string) => new Refusal(422, "Unprocessable Entity", { errors: [message] });

const reviewAsked = ({ path }: RepositoryCall, pull: Pull) => reviewOf(pull, requiredNumber(path, "review_id"));

function shown({ world, repository }: RepositoryCall, pull: Pull, review: Review) {
  return reviewWire(world, repository, pull, review);
}

function newReview({ world, caller, body }: RepositoryCall, pull: Pull): Review {
  const author = accountOf(caller);
  if (author === null) throw new Refusal(401, "Requires authentication");
  const event = textIn(body, "event");
  const state = event === undefined ? "PENDING" : states[event as keyof typeof states];
  if (author === pull.issue.author && state === "APPROVED") throw refused("Can not approve your own pull request");
  if (author === pull.issue.author && state === "CHANGES_REQUESTED") {
    throw refused("Can not request changes on your own pull request");
  }
  const text = textIn(body, "body") ?? "";
  requireShort("PullRequestReview", text);
  pull.requestedReviewers = pull.requestedReviewers.filter((account) => account !== author);
  const commit = textIn(body, "commit_id") ?? pull.headSha;
  return { id: world.nextId(), author, state, body: text, commit, submittedAt: timestamp(world) };
}
