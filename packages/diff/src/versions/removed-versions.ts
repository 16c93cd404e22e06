import { addPeriod, compareDates, type ViewName } from "@schema-gate/contract";
import type { SupportState } from "../change.js";
import { type BelievedFacts, isPublished, type Publication, statedRelease } from "./believed-facts.js";
import { familiesOf, type Version, versionOf } from "./families.js";

/** What decides whether a removed view was supported for long enough. */
export interface SupportFacts extends Publication {
  readonly patterns: readonly string[];
  /** How long a version is supported after its successor's release, such as `P3M`. */
  readonly supportWindow: string;
  /** Today, `2026-11-22`. */
  readonly asOf: string;
}

/** Whether a view that was removed might go. Support lasts to the end of the last day of the window, UTC. */
export function supportState(view: ViewName, facts: SupportFacts): SupportState {
  if (!isPublished(view, facts)) return { kind: "unpublished" };
  const own = facts.believed.factsOf(view);
  const teams = readyTeams(own, facts.asOf);
  if (teams !== null) return { kind: "ready", teams };
  const successor = successorOf(view, facts);
  if (!successor) return { kind: "no-successor", named: own?.stated?.successor ?? null };
  const released = releaseOf(successor.view, facts);
  if (released === null) return { kind: "running", successor: successor.label, until: null };
  const until = later(addPeriod(released, facts.supportWindow), own?.stated?.endOfSupport ?? null);
  return { kind: compareDates(facts.asOf, until) > 0 ? "ended" : "running", successor: successor.label, until };
}

/**
 * The version that readers were asked to move to: the one the contract names, else the lowest published one above. A name that
 * is no published higher version of the family names nobody who could have taken the readers in.
 */
export function successorOf(view: ViewName, facts: Pick<SupportFacts, "patterns" | "believed" | "isPublic">) {
  const above = higherVersions(view, facts).filter((other) => isPublished(other.view, facts));
  const named = facts.believed.factsOf(view)?.stated?.successor ?? null;
  return named === null ? above[0] : above.find(({ label }) => label === named);
}

/** The versions of a view's family above its own on the base tip, published or not, the lowest first. */
export function higherVersions(
  view: ViewName,
  { patterns, believed }: Pick<SupportFacts, "patterns" | "believed">,
): readonly Version[] {
  const { key, version } = versionOf(view, patterns);
  return (familiesOf(believed.views, patterns).get(key) ?? [])
    .filter((other) => other.version > version)
    .sort((one, other) => one.version - other.version || (one.label < other.label ? -1 : 1));
}

/** The day a version was released: as its contract says, else the day it first stood on the base branch. */
function releaseOf(view: ViewName, { believed }: SupportFacts): string | null {
  const facts = believed.factsOf(view);
  return statedRelease(facts?.stated ?? null) ?? facts?.stoodSince ?? null;
}

/** The teams known to read a view, if there are some and all had agreed to move by then; else `null`. */
function readyTeams(facts: BelievedFacts | null, asOf: string): readonly string[] | null {
  const stakeholders = facts?.stated?.stakeholders ?? [];
  const areReady = stakeholders.every(({ ready }) => ready !== null && compareDates(ready, asOf) <= 0);
  // Nobody recorded means that nobody asked, not that nobody reads it.
  return stakeholders.length > 0 && areReady ? stakeholders.map(({ team }) => team) : null;
}

function later(one: string, other: string | null): string {
  return other !== null && compareDates(other, one) > 0 ? other : one;
}
