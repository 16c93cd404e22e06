import { type Config, type Contract, readLocated, readViewPair, type ViewName, viewLabel } from "@schema-gate/contract";
import { type Comparison, compare, comparisonNeeds, type Finding, type ViewPair } from "@schema-gate/diff";
import type { ReadViews, Side, Sides, SideView } from "../sides/side.js";
import type { ChangedViews } from "./changed-views.js";
import { withDefinitions } from "./definition-parser.js";
import { namingUnreadableTypes } from "./locate.js";
import { publicViews } from "./public-views.js";

/** Since which day (UTC) views have stood on the base branch, by label; one that is not known is not in the answer. */
export type ReleaseDays = (views: readonly ViewName[]) => Promise<ReadonlyMap<string, string>>;

/** For sides that have no history: no view's release is known. */
export const unknownReleaseDays: ReleaseDays = async () => new Map();

/** How many views are held in memory at a time, of each side. */
const BATCH = 250;

/** What the version rules are told: nothing for views that stand on both sides, whose versions cannot change. */
const NO_NAMES = { before: [], after: [], predecessors: new Map<string, Contract>() };

/** How far a comparison has come, for people who wait: views compared of views that differ. */
export interface ComparisonProgress {
  readonly done: number;
  readonly total: number;
}

interface ComparisonSettings {
  readonly config: Config;
  readonly asOf: string;
  readonly releasedOn: ReleaseDays;
  readonly onProgress?: (progress: ComparisonProgress) => void;
}

/**
 * Compares the changed views of both sides, in batches, and hands on what was found of each view with what was read of it.
 * Views that came or went are compared together: their versions are judged within whole families.
 */
export async function compareSides(
  sides: Sides,
  changes: ChangedViews,
  { config, asOf, releasedOn, onProgress }: ComparisonSettings,
  onFindings: (findings: readonly Finding[], read: ReadViews) => void,
): Promise<void> {
  const settings = {
    patterns: config.naming.patterns,
    isPublic: publicViews(config),
    supportWindow: config.supportWindow,
    asOf,
    losslessWidening: config.losslessWidening,
    releasedOn: () => null,
  };
  for (let at = 0; at < changes.edited.length; at += BATCH) {
    const labels = changes.edited.slice(at, at + BATCH);
    const read = await readBoth(sides, labels, labels);
    onFindings(await compareRead(sides, read, { ...settings, ...NO_NAMES }), read);
    onProgress?.({ done: at + labels.length, total: changes.edited.length });
  }
  if (changes.added.length + changes.removed.length === 0) return;
  const read = await readBoth(sides, changes.removed.map(viewLabel), changes.added.map(viewLabel));
  const versions = await readVersions(sides, changes, read, settings.patterns, releasedOn);
  onFindings(await compareRead(sides, read, { ...settings, ...versions }), read);
}

async function readBoth(sides: Sides, fromBefore: readonly string[], fromAfter: readonly string[]): Promise<ReadViews> {
  const [before, after] = await Promise.all([sides.before.read(fromBefore), sides.after.read(fromAfter)]);
  return { before, after };
}

function compareRead(
  sides: Sides,
  read: ReadViews,
  facts: Omit<Comparison, "pairs" | "compareDefinitions">,
): Promise<Finding[]> {
  return withDefinitions((compareDefinitions) =>
    namingUnreadableTypes(sides, read, () => compare({ ...facts, compareDefinitions, pairs: pairsOf(read) })),
  );
}

/** One pair after the other, so that each can be forgotten before the next is parsed. */
function* pairsOf({ before, after }: ReadViews): Iterable<ViewPair> {
  for (const [label, view] of before) {
    const other = after.get(label);
    yield other ? readViewPair(view, other) : { before: readLocated(view), after: null };
  }
  for (const [label, view] of after) if (!before.has(label)) yield { before: null, after: readLocated(view) };
}

/** The names of all views, the contracts right before added versions, and the days successors were released. */
async function readVersions(
  sides: Sides,
  { added, removed }: ChangedViews,
  read: ReadViews,
  patterns: readonly string[],
  releasedOn: ReleaseDays,
): Promise<Pick<Comparison, "before" | "after" | "predecessors" | "releasedOn">> {
  const names = { before: namesOf(sides.before), after: namesOf(sides.after), patterns };
  const needs = comparisonNeeds(names, added, removed);
  const predecessors = await readContracts(sides.after, read.after, needs.predecessors);
  const days = needs.successors.length === 0 ? new Map<string, string>() : await releasedOn(needs.successors);
  return { ...names, predecessors, releasedOn: (view) => days.get(viewLabel(view)) ?? null };
}

function namesOf(side: Side): ViewName[] {
  return Array.from(side.entries.values(), ({ name }) => name);
}

/** The contracts of views of one side, by the keys they are asked for under; some have been read already. */
async function readContracts(
  side: Side,
  read: ReadonlyMap<string, SideView>,
  wanted: ReadonlyMap<string, ViewName>,
): Promise<ReadonlyMap<string, Contract>> {
  const labels = new Map(Array.from(wanted, ([key, view]) => [key, viewLabel(view)]));
  const more = await side.read([...new Set(labels.values())].filter((label) => !read.has(label)));
  const contracts = new Map<string, Contract>();
  for (const [key, label] of labels) {
    const view = read.get(label) ?? more.get(label);
    if (view) contracts.set(key, readLocated(view));
  }
  return contracts;
}
