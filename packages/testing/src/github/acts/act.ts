import type { Account } from "../state/account.js";
import { pullNumbered } from "../state/find.js";
import type { Pull } from "../state/pull.js";
import { followHeads, pullFacts } from "../state/pull-facts.js";
import type { Repository } from "../state/repository.js";
import { accountNamed, timestamp, type World } from "../state/world.js";
import type { Delivery } from "../webhooks/delivery.js";
import { eventDelivery } from "../webhooks/event.js";
import type { Wire } from "../wire/account.js";
import { pullWire } from "../wire/pull.js";

/** Where a test lets somebody do something: the world and one of its repositories. */
export interface Place {
  readonly world: World;
  readonly repository: Repository;
}

/** The pull request with a number, its head where its branch is now. */
export async function pullAt({ world, repository }: Place, number: number): Promise<Pull> {
  await followHeads(world, repository);
  return pullNumbered(repository, number);
}

/** Marks a pull request as touched now and gives the `pull_request` event of what was done to it. */
export async function pullEvent(
  place: Place,
  pull: Pull,
  action: string,
  by: Account,
  parts: Wire = {},
): Promise<Delivery> {
  const { world, repository } = place;
  pull.issue.updatedAt = timestamp(world);
  const wire = pullWire(world, repository, pull, await pullFacts(repository, pull));
  const said = { number: pull.issue.number, pull_request: wire, ...parts };
  return eventDelivery(world, repository, { event: "pull_request", action, by, parts: said });
}

/** Who does it: somebody by login, or the author of the pull request. */
export const actor = ({ world }: Place, login: string | undefined, otherwise: Account): Account =>
  login === undefined ? otherwise : accountNamed(world, login);
