import { offerDocker } from "./docker/offer-docker.js";
import { inspectMachine, type Machine } from "./machine.js";
import { offerMaven } from "./maven/offer-maven.js";
import { recipes } from "./maven/recipe.js";
import type { Offer } from "./offer.js";
import type { SandboxSource } from "./sandbox.js";
import { engineOf } from "./server/engine.js";

/** Whether one version can be had on this machine. */
export type SandboxAvailability = AvailableSandbox | MissingSandbox;

export interface AvailableSandbox {
  readonly version: string;
  readonly available: true;
  readonly source: SandboxSource;
  /** What would be fetched first, for people; `null` when everything is here. */
  readonly toFetch: string | null;
}

export interface MissingSandbox {
  readonly version: string;
  readonly available: false;
  /** One clause per source: "docker: no Docker daemon answers". */
  readonly reasons: readonly string[];
}

/** Tells of every version that tests run on, Trino's newest first, whether it can be had here. Nothing is fetched or started. */
export async function availableSandboxes(): Promise<SandboxAvailability[]> {
  const machine = await inspectMachine(process.env);
  return await Promise.all(
    recipes.map(async ({ version }) => summarizeOffers(version, await offersFor(version, machine))),
  );
}

/** What each source says about a version, in the order in which they are tried. */
export async function offersFor(version: string, machine: Machine): Promise<Offer[]> {
  return await Promise.all([offerDocker(version), offerMaven(version, machine)]);
}

/** The newest Trino that can be had here; the newest of all when none can, so that its reasons are told. */
export async function newestVersionHere(): Promise<string> {
  return chooseVersion((await availableSandboxes()).filter(({ version }) => engineOf(version) === "trino"));
}

/** Chooses among versions given newest first. */
export function chooseVersion([newest, ...older]: readonly SandboxAvailability[]): string {
  if (newest === undefined) throw new Error("There is no recipe for any version.");
  return [newest, ...older].find((each) => each.available)?.version ?? newest.version;
}

/** The first source that provides decides; without one, the reasons of all stand. */
export function summarizeOffers(version: string, offers: readonly Offer[]): SandboxAvailability {
  const provision = offers.find((offer) => offer.provides);
  if (provision !== undefined) {
    return { version, available: true, source: provision.source, toFetch: provision.toFetch };
  }
  const reasons = offers.flatMap((offer) => (offer.provides ? [] : [`${offer.source}: ${offer.reason}`]));
  return { version, available: false, reasons };
}
