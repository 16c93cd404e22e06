import { type Contract, type ViewName, viewLabel, viewName } from "@schema-gate/contract";
import { decider } from "./catalogue/decide.js";
import type { RuleSettings } from "./catalogue/rule.js";
import type { Change } from "./change.js";
import type { CompareDefinitions } from "./detect/definition-changes.js";
import { fact } from "./detect/facts.js";
import { unrecognisedChanges } from "./detect/patch.js";
import { type PromisedPair, twofoldChanges } from "./detect/twofold-changes.js";
import { viewChanges } from "./detect/view-changes.js";
import type { Finding } from "./finding.js";
import { rules } from "./rules.generated.js";
import { addedVersions } from "./versions/added-versions.js";
import { backdatedRelease } from "./versions/backdated-release.js";
import { isPublished } from "./versions/believed-facts.js";
import { familiesOf, relatedViews } from "./versions/families.js";
import { type FindView, misnamedRelatives } from "./versions/misnamed-relatives.js";
import { type SupportFacts, supportState } from "./versions/removed-versions.js";

/** A view that differs; `null` where a side does not have it. */
export interface ViewPair {
  readonly before: Contract | null;
  readonly after: Contract | null;
  /** What the contract files of the view say, where one of the sides has one; `before` and `after` are its snapshots then. */
  readonly promised?: PromisedPair;
}

/** What the two sides hold by name, changed or not. */
export interface ComparedNames {
  readonly before: readonly ViewName[];
  readonly after: readonly ViewName[];
  /** The naming patterns of the configuration. */
  readonly patterns: readonly string[];
}

/** The names of the families in which views came or went, changed or not: versions are judged within whole families. */
export interface FamilyNames extends ComparedNames {
  /** Nothing stood before: views are adopted, and no version is wrong. */
  readonly isAdoption: boolean;
}

/** What the caller must know besides the views that came or went. */
export interface ComparisonNeeds {
  readonly families: FamilyNames;
  /** The views whose contracts are needed, by the label of the added view they are compared with. */
  readonly predecessors: ReadonlyMap<string, ViewName>;
}

/** Everything a comparison depends on; the same input gives the same findings. */
export interface Comparison extends FamilyNames, RuleSettings, SupportFacts {
  /** Taken one after the other and not kept, so that a catalogue need not stand in memory whole. */
  readonly pairs: Iterable<ViewPair>;
  /** For an added version the contract of the version before it, by the label of the added view. */
  readonly predecessors: ReadonlyMap<string, Contract>;
  /** What a change of a definition means; `null` leaves every one not analysed. */
  readonly compareDefinitions: CompareDefinitions | null;
  /** Finds a view of the side after by its label, for contracts that name others. */
  readonly findView: FindView;
}

const decide = decider(rules);

/** Every difference, each decided by exactly one rule. In no order that matters: the gate sorts. */
export function compare(comparison: Comparison): Finding[] {
  const changesOf = changeReader(comparison);
  const findings: Finding[] = [];
  for (const pair of comparison.pairs) {
    for (const change of changesOf(pair)) {
      const finding = decide(change, comparison);
      // Nobody was promised anything of a view that is not published; its changes are shown all the same.
      const spared = finding.impact === "breaking" && !isPublished(change.view, comparison);
      findings.push(spared ? { ...finding, action: "warn" } : finding);
    }
  }
  return findings;
}

/** What a comparison needs to know of the other views because some came or went: their names and contracts. */
export function comparisonNeeds(
  { before: allBefore, after: allAfter, patterns }: ComparedNames,
  added: readonly ViewName[],
  removed: readonly ViewName[],
): ComparisonNeeds {
  const moved = [...added, ...removed];
  const families = {
    before: relatedViews(allBefore, moved, patterns),
    after: relatedViews(allAfter, moved, patterns),
    patterns,
    isAdoption: allBefore.length === 0,
  };
  const before = familiesOf(families.before, patterns);
  const { predecessorOf } = addedVersions(before, familiesOf(families.after, patterns), families);
  const predecessors = new Map<string, ViewName>();
  for (const view of added) {
    const predecessor = predecessorOf(view);
    if (predecessor) predecessors.set(viewLabel(view), predecessor);
  }
  return { families, predecessors };
}

function changeReader(comparison: Comparison): (pair: ViewPair) => Change[] {
  const { patterns } = comparison;
  const families = familiesOf(comparison.before, patterns);
  const { placeOf } = addedVersions(families, familiesOf(comparison.after, patterns), comparison);
  const snapshotChanges = ({ before, after }: Pick<ViewPair, "before" | "after">): Change[] => {
    if (before && after) return pairChanges(before, after, comparison.compareDefinitions);
    if (after) return [addedView(after, placeOf(after), comparison)];
    return before ? [removedView(before, comparison)] : [];
  };
  return (pair) =>
    pair.promised ? promisedChanges(pair, pair.promised, snapshotChanges, comparison) : snapshotChanges(pair);
}

/** The changes of a view with a contract, and what only the base tip or the other views tell of them. */
function promisedChanges(
  snapshots: ViewPair,
  promised: PromisedPair,
  snapshotChanges: (pair: PromisedPair) => Change[],
  comparison: Comparison,
): Change[] {
  const fileChanges = (before: Contract, after: Contract) => pairChanges(before, after, null);
  return [
    ...twofoldChanges(snapshots, promised, snapshotChanges, fileChanges).map((change) =>
      withSupport(change, comparison),
    ),
    ...backdatedRelease(promised, comparison),
    ...misnamedRelatives(promised, comparison.findView, comparison.patterns),
  ];
}

/** To retire a version is to leave its readers: it may be when the view might go, and when they had been told before. */
function withSupport(change: Change, comparison: Comparison): Change {
  if (change.kind !== "status-changed" || change.after !== "retired") return change;
  const status = comparison.believed.factsOf(change.view)?.stated?.status;
  return { ...change, support: status === "deprecated" ? supportState(change.view, comparison) : null };
}

function pairChanges(before: Contract, after: Contract, compareDefinitions: CompareDefinitions | null): Change[] {
  // The proof that two definitions are the same is kept: that nothing was found of them would be none.
  let proven = false;
  const compareOnce: CompareDefinitions | null =
    compareDefinitions &&
    ((was, now) => {
      const found = compareDefinitions(was, now);
      proven = found.every((change) => change.kind === "columns" || change.kind === "expression");
      return found;
    });
  const changes = viewChanges(before, after, compareOnce);
  const same = proven && !changes.some((change) => change.kind === "definition-changed");
  return [...changes, ...unrecognisedChanges(before, after, changes, same)];
}

function addedView(
  after: Contract,
  place: ReturnType<ReturnType<typeof addedVersions>["placeOf"]>,
  comparison: Comparison,
): Change {
  const predecessor = comparison.predecessors.get(viewLabel(after));
  const unbroken =
    place === "in-order" && predecessor !== undefined && !breaksStructure(predecessor, after, comparison);
  return fact(
    "view-added",
    { view: viewName(after), anchor: { side: "after", column: null } },
    {
      path: "",
      before: null,
      after: after.kind ?? "view",
      covers: [],
      place: unbroken ? "same-structure" : place,
    },
  );
}

/** Two versions promise different things of themselves; only what breaks a column asks for a new one by itself. */
function breaksStructure(before: Contract, after: Contract, settings: RuleSettings): boolean {
  return viewChanges(withoutPromises(before), withoutPromises(after)).some(
    (change) => decide(change, settings).impact === "breaking",
  );
}

function withoutPromises({ promises: _, ...contract }: Contract): Contract {
  return contract;
}

function removedView(before: Contract, facts: Parameters<typeof supportState>[1]): Change {
  return fact(
    "view-removed",
    { view: viewName(before), anchor: { side: "before", column: null } },
    {
      path: "",
      before: before.kind ?? "view",
      after: null,
      covers: [],
      support: supportState(before, facts),
    },
  );
}
