import { randomUUID } from "node:crypto";
import { reached } from "../operations/apps.js";
import type { Account } from "../state/account.js";
import type { Repository } from "../state/repository.js";
import type { World } from "../state/world.js";
import { accountWire, nodeId, type Wire } from "../wire/account.js";
import { repositoryWire } from "../wire/repository.js";
import type { Delivery } from "./delivery.js";
import { overlay } from "./overlay.js";
import { publishedExample, requirePublished } from "./published.js";

/** What happened, by whom, and the parts of the payload that say so. */
export interface Happened {
  readonly event: string;
  readonly action: string | null;
  readonly by: Account;
  readonly parts: Wire;
}

/** The delivery GitHub would send: its published example with our values put in, held against its published schema. */
export function eventDelivery(world: World, repository: Repository, { event, action, by, parts }: Happened): Delivery {
  const { payload: example, exact } = publishedExample(event, action);
  const installation = world.installations.find((one) => reached(world, one).includes(repository.fullName));
  const ours = { ...repositoryWire(world, repository), ...(event === "push" ? asPushed(world, repository) : {}) };
  const told = { ...(action === null ? {} : { action }), ...parts, sender: accountWire(world, by) };
  const common = Object.fromEntries(Object.entries(example).filter(([key]) => !ofTheExample.has(key)));
  const payload = {
    ...Object.fromEntries(
      Object.entries(told).map(([key, value]) => [key, key in common ? overlay(common[key], value) : value]),
    ),
    ...Object.fromEntries(Object.entries(common).filter(([key]) => exact && !(key in told))),
    repository: { ...newer(ours), ...objectOf(overlay(common.repository, ours)) },
    ...(installation === undefined
      ? {}
      : { installation: { id: installation.id, node_id: nodeId("MDI", installation.id) } }),
  };
  requirePublished(event, action, payload);
  return { guid: randomUUID(), event, payload };
}

/** In push events GitHub tells times of a repository as seconds since 1970, and its owner's name. */
function asPushed(world: World, { createdAt, owner, defaultBranch }: Repository): Wire {
  const seconds = Math.floor(Date.parse(createdAt) / 1000);
  const { login } = owner;
  const named = { ...accountWire(world, owner), name: login, email: owner.email };
  const times = { created_at: seconds, pushed_at: seconds };
  return { ...times, owner: named, organization: login, master_branch: defaultBranch };
}

/** What GitHub tells of a repository since some of the examples were taken. */
function newer(ours: Wire): Wire {
  const names = ["is_template", "web_commit_signoff_required", "topics", "visibility", "custom_properties"];
  return Object.fromEntries(names.map((name) => [name, ours[name]]));
}

const objectOf = (value: unknown): Wire => (typeof value === "object" && value !== null ? { ...value } : {});

/** What the example says of its own owner, and ours of nobody. */
const ofTheExample = new Set(["organization", "installation", "enterprise"]);
