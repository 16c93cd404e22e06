import {
  type Config,
  type Contract,
  type ContractFile,
  readLocated,
  readViewPair,
  type ViewName,
  viewLabel,
} from "@schema-gate/contract";
import {
  type Comparison,
  compare,
  comparisonNeeds,
  type FamilyNames,
  type Finding,
  type ViewPair,
} from "@schema-gate/diff";
import type { ReadViews, Side, Sides } from "../sides/side.js";
import { type ChangedViews, countViews } from "./changed-views.js";
import { namingUnreadableTypes } from "./locate.js";
import { broughtInFindings, mayFallShort } from "./policy-findings.js";
import { publicViews } from "./public-views.js";
import { readBoth, readEdited } from "./read-edited.js";
import { withSqlParser } from "./sql-parser.js";

/** Since which day (UTC) views have stood on the base branch, by label; one that is not known is not in the answer. */
export type ReleaseDays = (views: readonly ViewName[]) => Promise<ReadonlyMap<string, string>>;

/** For sides that have no history: no view's release is known. */
export const unknownReleaseDays: ReleaseDays = async () => new Map();

/** What the version rules are told: nothing for views that stand on both sides, whose versions cannot change. */
const NO_NAMES = { before: [], after: [], isAdoption: true, predecessors: new Map<string, Contract>() };

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
    config,
    patterns: config.naming.patterns,
    isPublic: publicViews(config),
    supportWindow: config.supportWindow,
    asOf,
    losslessWidening: config.losslessWidening,
    loosenedFactor: config.bounds.loosenedFactor,
    releasedOn: () => null,
  };
  for await (const { read, done } of readEdited(sides, changes.edited)) {
    onFindings(await compareRead(sides, read, { ...settings, ...NO_NAMES }), read);
    onProgress?.({ done, total: changes.edited.length });
  }
  if (changes.added.length + changes.removed.length === 0) return;
  const read = await readBoth(sides, changes.removed.map(viewLabel), changes.added.map(viewLabel));
  const versions = await readVersions(sides, changes, read, settings.patterns, releasedOn);
  onFindings(await compareRead(sides, read, { ...settings, ...versions }), read);
}

async function compareRead(
  sides: Sides,
  read: ReadViews,
  { config, ...facts }: Omit<Comparison, "pairs" | "compareDefinitions"> & { readonly config: Config },
): Promise<readonly Finding[]> {
  const { findings, suspects } = await withSqlParser(({ compareDefinitions }) => {
    const suspects: ViewPair[] = [];
    const pairs = noting(pairsOf(read), suspects);
    const findings = namingUnreadableTypes(sides, read, () => compare({ ...facts, compareDefinitions, pairs }));
    return { findings, suspects };
  });
  // What is adopted was there before; lint says how it stands.
  if (countViews(sides.before) === 0) return findings;
  const policy = await broughtInFindings(sides, suspects, findings, config);
  return policy.length === 0 ? findings : [...findings, ...policy];
}

/** The same pairs; those that the policy may have something against are kept. */
function* noting(pairs: Iterable<ViewPair>, suspects: ViewPair[]): Iterable<ViewPair> {
  for (const pair of pairs) {
    if (mayFallShort(pair)) suspects.push(pair);
    yield pair;
  }
}

/** One pair after the other, so that each can be forgotten before the next is parsed. */
function* pairsOf({ before, after, contracts }: ReadViews): Iterable<ViewPair> {
  const promised = new Set([...contracts.before.keys(), ...contracts.after.keys()]);
  for (const label of promised) yield twofoldPair(label, { before, after, contracts });
  for (const [label, view] of before) {
    if (promised.has(label)) continue;
    const other = after.get(label);
    yield other ? readViewPair(view, other) : { before: readLocated(view), after: null };
  }
  for (const [label, view] of after) {
    if (!before.has(label) && !promised.has(label)) yield { before: null, after: readLocated(view) };
  }
}

/** A view that has a contract on one side at least, with its snapshots. */
function twofoldPair(label: string, { before, after, contracts }: ReadViews): ViewPair {
  const [one, other] = [before.get(label), after.get(label)];
  const promised = {
    before: contracts.before.get(label)?.contract ?? null,
    after: contracts.after.get(label)?.contract ?? null,
  };
  if (one && other) return { ...readViewPair(one, other), promised };
  return { before: one ? readLocated(one) : null, after: other ? readLocated(other) : null, promised };
}

/** The names of the families concerned, the contracts right before added versions, and the days successors were released. */
async function readVersions(
  sides: Sides,
  { added, removed }: ChangedViews,
  read: ReadViews,
  patterns: readonly string[],
  releasedOn: ReleaseDays,
): Promise<FamilyNames & Pick<Comparison, "predecessors" | "releasedOn">> {
  const names = { before: namesOf(sides.before), after: namesOf(sides.after), patterns };
  const needs = comparisonNeeds(names, added, removed);
  const predecessors = await readContracts(sides.after, read, needs.predecessors);
  const days = needs.successors.length === 0 ? new Map<string, string>() : await releasedOn(needs.successors);
  return { ...needs.families, predecessors, releasedOn: (view) => days.get(viewLabel(view)) ?? null };
}

function namesOf(side: Side): ViewName[] {
  const names = Array.from(side.entries.values(), ({ name }) => name);
  for (const [label, { name }] of side.contracts?.entries ?? []) if (!side.entries.has(label)) names.push(name);
  return names;
}

/** What views of the side after are, by the keys they are asked for under: their snapshots, some of them read already, else their contracts. */
async function readContracts(
  side: Side,
  read: ReadViews,
  wanted: ReadonlyMap<string, ViewName>,
): Promise<ReadonlyMap<string, Contract>> {
  const labels = new Map(Array.from(wanted, ([key, view]) => [key, viewLabel(view)]));
  const missing = [...new Set(labels.values())].filter((label) => !read.after.has(label));
  const [more, promised] = await Promise.all([
    side.read(missing),
    side.contracts?.read(missing.filter((label) => !side.entries.has(label))) ?? new Map<string, ContractFile>(),
  ]);
  const contracts = new Map<string, Contract>();
  for (const [key, label] of labels) {
    const view = read.after.get(label) ?? more.get(label);
    const contract = view ? readLocated(view) : promised.get(label)?.contract;
    if (contract) contracts.set(key, contract);
  }
  return contracts;
}
