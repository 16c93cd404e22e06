import {
  type Config,
  type Contract,
  type ContractFile,
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
  releasedNow,
  type ViewPair,
} from "@schema-gate/diff";
import type { ReadViews, Side, Sides } from "../sides/side.js";
import { readWhole } from "../sides/unreadable-file.js";
import { type BelievedQuestion, type BelievedSource, readBelieved } from "./believe.js";
import { type ChangedViews, countViews } from "./changed-views.js";
import type { UncertainPairs } from "./last-known.js";
import { namingUnreadableTypes } from "./locate.js";
import { nameOf, namesOf } from "./names-of.js";
import { broughtInFindings, mayFallShort, viewsLackingColumns } from "./policy-findings.js";
import { publicViews } from "./public-views.js";
import { readBoth, readEdited } from "./read-edited.js";
import { withSqlParser } from "./sql-parser.js";
import { pairsOf } from "./view-pairs.js";

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
  readonly believed: BelievedSource;
  readonly onProgress?: (progress: ComparisonProgress) => void;
}

/**
 * Compares the changed views of both sides, in batches, and hands on what was found of each view with what was read of it.
 * Views that came or went are compared together: their versions are judged within whole families.
 */
export async function compareSides(
  sides: Sides,
  changes: ChangedViews,
  { config, asOf, believed: source, onProgress }: ComparisonSettings,
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
    findView: (label: string) => nameOf(sides.after, label),
  };
  for await (const { read, done } of readEdited(sides, changes.edited)) {
    const believed = await readBelieved(source, questionOf(read, []), config, settings.isPublic);
    onFindings(await compareRead(sides, read, { ...settings, ...NO_NAMES, believed }), read);
    onProgress?.({ done, total: changes.edited.length });
  }
  if (changes.added.length + changes.removed.length === 0) return;
  const read = await readBoth(sides, changes.removed.map(viewLabel), changes.added.map(viewLabel));
  const believed = await readBelieved(source, questionOf(read, changes.removed), config, settings.isPublic);
  const versions = await readVersions(sides, await source.side(), changes, read, settings.patterns);
  onFindings(await compareRead(sides, read, { ...settings, ...versions, believed }), read);
}

async function compareRead(
  sides: Sides,
  read: ReadViews,
  { config, ...facts }: Omit<Comparison, "pairs" | "compareDefinitions"> & { readonly config: Config },
): Promise<readonly Finding[]> {
  const { findings, suspects, returning, fading } = await withSqlParser(({ compareDefinitions }) => {
    const suspects = new Map<string, ViewPair>();
    const returning = new Map<string, ViewPair>();
    const fading = new Map<string, ViewPair>();
    const suspected = noting(pairsOf(read), mayFallShort, suspects);
    const pairs = noting(noting(suspected, returns, returning), fades, fading);
    const findings = namingUnreadableTypes(sides, read, () => compare({ ...facts, compareDefinitions, pairs }));
    return { findings, suspects, returning, fading };
  });
  // What is adopted was there before; lint says how it stands.
  if (countViews(sides.before) === 0) return findings;
  const told = await withLastKnown(
    sides,
    {
      returning: [...withPairs(returning, viewsOf("description-added", findings), read)],
      fading: [...withPairs(fading, viewsOf("description-removed", findings), read)],
    },
    findings,
    facts,
  );
  const short = withPairs(suspects, viewsLackingColumns(findings, config), read);
  const policy = await broughtInFindings(sides, [...short], told, config);
  return policy.length === 0 ? told : [...told, ...policy];
}

/** Whether something other than a description is known of a view again, or for the first time. */
function returns({ before, after }: ViewPair): boolean {
  if (!before || !after) return false;
  return (["kind", "security", "definition"] as const).some((fact) => before[fact] === null && after[fact] !== null);
}

/** Whether something other than a description is not known of a view any more. */
function fades({ before, after, ...rest }: ViewPair): boolean {
  return returns({ ...rest, before: after, after: before });
}

function viewsOf(id: string, findings: readonly Finding[]): ReadonlySet<string> {
  const labels = new Set<string>();
  for (const { rule, view } of findings) if (rule === id && view) labels.add(viewLabel(view));
  return labels;
}

/** The pairs that were noted, and those of other views, which were forgotten and are read again: there are few. */
function* withPairs(
  noted: ReadonlyMap<string, ViewPair>,
  labels: ReadonlySet<string>,
  read: ReadViews,
): Iterable<ViewPair> {
  yield* noted.values();
  for (const label of labels) {
    const [before, after] = [read.before.get(label), read.after.get(label)];
    if (!noted.has(label) && before && after) yield readViewPair(before, after);
  }
}

/** Histories are read, by code that is loaded then, only where something came back or is not known any more. */
async function withLastKnown(
  sides: Sides,
  uncertain: UncertainPairs,
  findings: readonly Finding[],
  facts: Omit<Comparison, "pairs" | "compareDefinitions">,
): Promise<readonly Finding[]> {
  if (uncertain.returning.length + uncertain.fading.length === 0) return findings;
  const { byLastKnown } = await import("./last-known.js");
  return byLastKnown(sides, uncertain, findings, facts);
}

/** The same pairs; those that are noted are kept, by their labels. */
function* noting(
  pairs: Iterable<ViewPair>,
  isNoted: (pair: ViewPair) => boolean,
  noted: Map<string, ViewPair>,
): Iterable<ViewPair> {
  for (const pair of pairs) {
    const view = pair.before ?? pair.after ?? pair.promised?.before ?? pair.promised?.after;
    if (view && isNoted(pair)) noted.set(viewLabel(view), pair);
    yield pair;
  }
}

/** What the base tip must be asked to judge what was read: more where a version leaves its readers or is released to them. */
function questionOf({ before, after, contracts }: ReadViews, removed: readonly ViewName[]): BelievedQuestion {
  const statusOf = (label: string) => contracts.before.get(label)?.contract.promises.status;
  const promised = Array.from(contracts.after, ([label, { contract }]) => ({ label, contract }));
  return {
    views: new Set([...before.keys(), ...after.keys(), ...contracts.before.keys(), ...contracts.after.keys()]),
    leaving: [
      ...removed,
      // A view whose snapshot goes is gone, though its contract stays.
      ...promised.flatMap(({ label, contract }) => (before.has(label) && !after.has(label) ? [contract] : [])),
      ...promised.flatMap(({ label, contract }) =>
        contract.promises.status === "retired" && statusOf(label) !== "retired" ? [contract] : [],
      ),
    ],
    releasing: promised.flatMap(({ label, contract }) =>
      releasedNow({ before: contracts.before.get(label)?.contract ?? null, after: contract }) ? [contract] : [],
    ),
  };
}

/** The names of the families concerned, and the contracts right before added versions. */
async function readVersions(
  sides: Sides,
  baseTip: Side,
  { added, removed }: ChangedViews,
  read: ReadViews,
  patterns: readonly string[],
): Promise<FamilyNames & Pick<Comparison, "predecessors">> {
  // What came to the base meanwhile is numbered too.
  const before = baseTip === sides.before ? namesOf(baseTip) : namesOfBoth(sides.before, baseTip);
  const needs = comparisonNeeds({ before, after: namesOf(sides.after), patterns }, added, removed);
  const predecessors = await readContracts(sides.after, read, needs.predecessors);
  return { ...needs.families, predecessors };
}

function namesOfBoth(one: Side, other: Side): ViewName[] {
  return [...namesOf(one), ...namesOf(other).filter((name) => nameOf(one, viewLabel(name)) === null)];
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
    const contract = view ? readWhole(view) : promised.get(label)?.contract;
    if (contract) contracts.set(key, contract);
  }
  return contracts;
}
