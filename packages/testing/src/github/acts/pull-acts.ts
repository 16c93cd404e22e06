import { tipOf } from "../state/find.js";
import { mergePull } from "../state/merge-pull.js";
import { openPull } from "../state/open-pull.js";
import { accountNamed, timestamp } from "../state/world.js";
import type { Delivery } from "../webhooks/delivery.js";
import { actor, type Place, pullAt, pullEvent } from "./act.js";

/** A pull request somebody opens. */
export interface OpenedPull {
  /** The next free number when not said. */
  readonly number?: number;
  readonly title?: string;
  readonly body?: string;
  /** Login. */
  readonly author: string;
  /** The branch it comes from. */
  readonly head: string;
  readonly base?: string;
  readonly draft?: boolean;
  /** The full name of the fork that holds the branch, and the commit it stands on, which must be in the bare repository. */
  readonly fork?: { readonly fullName: string; readonly commit: string };
}

/** Opens a pull request and gives its number and `pull_request.opened`. */
export async function openPullRequest(
  place: Place,
  opened: OpenedPull,
): Promise<{ number: number; delivery: Delivery }> {
  const { world, repository } = place;
  const author = accountNamed(world, opened.author);
  const pull = await openPull(world, repository, {
    author,
    app: null,
    title: opened.title ?? `Change ${opened.head}`,
    body: opened.body ?? null,
    head: opened.head,
    base: opened.base ?? repository.defaultBranch,
    draft: opened.draft ?? false,
    fork: opened.fork?.fullName ?? null,
    headSha: opened.fork?.commit ?? null,
    number: opened.number ?? null,
  });
  return { number: pull.issue.number, delivery: await pullEvent(place, pull, "opened", author) };
}

/** Who does something to which pull request; its author when nobody is named. */
export interface Done {
  readonly number: number;
  readonly by?: string;
}

/** Closes without merging: `pull_request.closed`. */
export async function closePullRequest(place: Place, { number, by }: Done): Promise<Delivery> {
  const pull = await pullAt(place, number);
  Object.assign(pull.issue, { state: "closed", closedAt: timestamp(place.world) });
  return pullEvent(place, pull, "closed", actor(place, by, pull.issue.author));
}

export async function reopenPullRequest(place: Place, { number, by }: Done): Promise<Delivery> {
  const pull = await pullAt(place, number);
  Object.assign(pull.issue, { state: "open", closedAt: null });
  return pullEvent(place, pull, "reopened", actor(place, by, pull.issue.author));
}

/** Merges, as somebody with the power to overrule every required check: `pull_request.closed`, merged. */
export async function mergePullRequest(
  place: Place,
  { number, by, squash }: Done & { squash?: boolean },
): Promise<Delivery> {
  const pull = await pullAt(place, number);
  const merger = actor(place, by, pull.issue.author);
  const message = `Merge pull request #${number} from ${pull.headRef}`;
  await mergePull(place.world, place.repository, pull, { by: merger, message, squash: squash ?? false });
  return pullEvent(place, pull, "closed", merger);
}

/** Points a pull request at another base branch: `pull_request.edited` with the base it had. */
export async function retargetPullRequest(
  place: Place,
  { number, by, base }: Done & { base: string },
): Promise<Delivery> {
  const pull = await pullAt(place, number);
  const tip = await tipOf(place.repository, base);
  if (tip === null) throw new Error(`${place.repository.fullName} has no branch ${base}`);
  const changes = { base: { ref: { from: pull.baseRef }, sha: { from: pull.baseSha } } };
  pull.baseRef = base;
  pull.baseSha = tip.sha;
  return pullEvent(place, pull, "edited", actor(place, by, pull.issue.author), { changes });
}

/** Rewrites the title or the text: `pull_request.edited`. */
export async function editPullRequest(
  place: Place,
  { number, by, title, body }: Done & { title?: string; body?: string },
): Promise<Delivery> {
  const { issue } = await pullAt(place, number);
  const changes = {
    ...(title === undefined ? {} : { title: { from: issue.title } }),
    ...(body === undefined ? {} : { body: { from: issue.body ?? "" } }),
  };
  issue.title = title ?? issue.title;
  issue.body = body ?? issue.body;
  return pullEvent(place, await pullAt(place, number), "edited", actor(place, by, issue.author), { changes });
}

/** Makes a draft ready: `pull_request.ready_for_review`; or a draft again: `converted_to_draft`. */
export async function setDraft(place: Place, { number, by, draft }: Done & { draft: boolean }): Promise<Delivery> {
  const pull = await pullAt(place, number);
  pull.draft = draft;
  return pullEvent(place, pull, draft ? "converted_to_draft" : "ready_for_review", actor(place, by, pull.issue.author));
}
