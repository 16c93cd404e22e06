import { commitNamed } from "../state/find.js";
import { accountNamed } from "../state/world.js";
import type { Delivery } from "../webhooks/delivery.js";
import { eventDelivery } from "../webhooks/event.js";
import { accountWire } from "../wire/account.js";
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
export async function endRun(
  place: Place,
  { name, path, event, headSha, headBranch, by }: EndedRun,
): Promise<Delivery> {
  const { world, repository } = place;
  const { sha } = await commitNamed(repository, headSha);
  const ended = { status: "completed", conclusion: "success", head_sha: sha, head_branch: headBranch };
  const account = accountNamed(world, by);
  const people = { actor: accountWire(world, account), triggering_actor: accountWire(world, account) };
  const run = { name, path, display_title: name, event, ...ended, ...people, pull_requests: [] };
  const parts = { workflow_run: run, workflow: { name, path } };
  return eventDelivery(world, repository, { event: "workflow_run", action: "completed", by: account, parts });
}
