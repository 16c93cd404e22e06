import { type Config, readLocated, type ViewName, viewLabel } from "@schema-gate/contract";
import {
  type BelievedFacts,
  type BelievedTip,
  familyViews,
  statedFacts,
  statedRelease,
  successorOf,
} from "@schema-gate/diff";
import type { Side } from "../sides/side.js";
import { namesOf } from "./names-of.js";
import type { ReleaseDays } from "./release-days.js";

/** Who is believed (design 2.5): the side of the base tip, opened when it is first needed, and its history. */
export interface BelievedSource {
  readonly side: () => Promise<Side>;
  /** `null` for sides that have no history: no view's release is known but by its contract. */
  readonly releasedOn: ReleaseDays | null;
}

/** What must be known of the base tip to judge some views. */
export interface BelievedQuestion {
  /** Labels of the views whose own facts are needed. */
  readonly views: Iterable<string>;
  /** The views that go: what follows them decides whether they may. */
  readonly leaving: readonly ViewName[];
  /** The views whose release begins to count: since when they have been there is needed, and what they follow. */
  readonly releasing: readonly ViewName[];
}

/** Reads what the base tip says of views and of the families of those that leave or are released; of no others. */
export async function readBelieved(
  { side, releasedOn }: BelievedSource,
  { views, leaving, releasing }: BelievedQuestion,
  { naming: { patterns } }: Pick<Config, "naming">,
  isPublic: (view: ViewName) => boolean,
): Promise<BelievedTip> {
  const tip = await side();
  const relatives = [...leaving, ...releasing];
  const family = relatives.length === 0 ? [] : familyViews(namesOf(tip), relatives, patterns);
  const labels = new Set([...views, ...family.map(viewLabel)]);
  const stated = await readStated(tip, labels);
  const known = new Map(
    Array.from(labels).flatMap((label): [string, BelievedFacts][] => {
      const facts = { hasSnapshot: tip.entries.has(label), stated: stated.get(label) ?? null, stoodSince: null };
      return facts.hasSnapshot || facts.stated ? [[label, facts]] : [];
    }),
  );
  const believed = (days: ReadonlyMap<string, string>): BelievedTip => ({
    views: family,
    factsOf: (view) => {
      const label = viewLabel(view);
      const facts = known.get(label);
      return facts ? { ...facts, stoodSince: days.get(label) ?? null } : null;
    },
    hasHistory: releasedOn !== null,
  });
  const undated = believed(new Map());
  const successors = leaving.flatMap(
    (view) => successorOf(view, { patterns, isPublic, believed: undated })?.view ?? [],
  );
  await requireShown(tip, successors);
  const needed = successors.filter((view) => statedRelease(undated.factsOf(view)?.stated ?? null) === null);
  const standing = [...needed, ...releasing.filter((view) => known.has(viewLabel(view)))];
  return releasedOn === null || standing.length === 0 ? undated : believed(await releasedOn(standing, tip));
}

/** A snapshot that nobody can read shows of no version that readers could move to it. */
async function requireShown(tip: Side, successors: readonly ViewName[]): Promise<void> {
  const shown = await tip.read(successors.map(viewLabel));
  for (const view of shown.values()) readLocated(view);
}

async function readStated({ contracts }: Side, labels: ReadonlySet<string>) {
  const files = await contracts?.read([...labels]);
  return new Map(Array.from(files ?? [], ([label, { contract }]) => [label, statedFacts(contract.promises)]));
}
