import { type Contract, nameLabel, viewName } from "@schema-gate/contract";
import type { Change } from "../change.js";
import { contractMismatches } from "./contract-mismatches.js";
import { deletionMarker } from "./deletion-marker.js";
import { fact } from "./facts.js";
import { byOrderOf } from "./order-of.js";
import { isInside } from "./path.js";
import { readyAtOnce } from "./softening-changes.js";

/** A snapshot or a contract of one view on both sides; `null` where a side has none. */
export interface PromisedPair {
  readonly before: Contract | null;
  readonly after: Contract | null;
}

type FindChanges = (before: Contract, after: Contract) => Change[];

/**
 * What differs of a view that has a contract on one side at least (design section 2): each file is compared with its own
 * before, and a promise that leaves either is lost. What both say is found once, in the contract. Order and definition are
 * the snapshot's to say. `viewChanges` compares whole views, `fileChanges` two contracts.
 */
export function twofoldChanges(
  snapshot: PromisedPair,
  contract: PromisedPair,
  viewChanges: (pair: PromisedPair) => Change[],
  fileChanges: FindChanges,
): Change[] {
  const before = snapshot.before ?? contract.before;
  const after = snapshot.after ?? contract.after;
  const isThere = { before: before !== null, after: after !== null };
  const mismatches = (changes: readonly Change[]) => contractMismatches(snapshot, contract, changes);
  if (!isThere.before || !isThere.after) {
    const found = viewChanges({ before, after }).map((change) => inContract(change, contract));
    return [...found, ...mismatches(found), ...newlyReady(contract)];
  }
  // A view whose snapshot went is gone, whatever is promised of it; one whose snapshot came was promised already.
  const shown = (snapshot.before ? viewChanges(snapshot) : []).map((change) => withMarker(change, contract));
  const promised = promisedChanges(snapshot, contract, fileChanges);
  const changes = merge(shown, promised);
  return [...changes, ...mismatches(changes)];
}

/** Only the contract says how deleted rows go, which decides what a column that marks them means. */
function withMarker(change: Change, contract: PromisedPair): Change {
  if (change.kind !== "column-added") return change;
  return { ...change, marker: deletionMarker(change.name, contract.before, contract.after) };
}

function promisedChanges(snapshot: PromisedPair, contract: PromisedPair, fileChanges: FindChanges): Change[] {
  const { before, after } = contract;
  if (before && after) return contractChanges(before, after, snapshot, fileChanges);
  const anchor = { side: after ? "after" : "before", column: null, contract: "" } as const;
  const view = viewName(before ?? (after as Contract));
  const shared = { path: "@contract", covers: [] };
  if (after) {
    const stated = { ...shared, before: null, after: after.promises?.status ?? "", promise: "contract" };
    return [fact("promise-stated", { view, anchor }, stated), ...newlyReady(contract)];
  }
  const lost = { ...shared, before: before?.promises?.status ?? "", after: null };
  return before ? [fact("contract-removed", { view, anchor }, lost)] : [];
}

/** What a contract that was not there before says of its readers cannot be believed as easily as what it promises them. */
function newlyReady({ before, after }: PromisedPair): Change[] {
  if (before || !after?.promises) return [];
  return readyAtOnce(after.promises, { view: viewName(after), anchor: { side: "after", column: null } });
}

function contractChanges(
  before: Contract,
  after: Contract,
  snapshot: PromisedPair,
  fileChanges: FindChanges,
): Change[] {
  const sides = { before: byOrderOf(before, snapshot.before), after: byOrderOf(after, snapshot.after) };
  return fileChanges(sides.before, sides.after)
    .filter((change) => change.kind !== "columns-reordered" || snapshot.after === null)
    .map((change) => inContract(change, sides))
    .flatMap((change) => (change.kind === "column-added" ? addedColumn(change, snapshot) : [change]));
}

/** What a contract adds may be there already, or not yet. */
function addedColumn(change: Change<"column-added">, snapshot: PromisedPair): Change[] {
  const { name, type, path, covers } = change;
  const has = (side: Contract | null) => side?.columns.some((column) => column.name === name) ?? false;
  if (snapshot.after === null) return [change];
  const place = { view: change.view, anchor: change.anchor };
  const shared = { path, before: null, after: type, covers };
  if (!has(snapshot.after)) return [fact("column-promised", place, { ...shared, name, type })];
  return has(snapshot.before) ? [fact("promise-stated", place, { ...shared, promise: "column" })] : [change];
}

/** The same change, found at its place in the contract of the side where it stands; of the snapshot where that has none. */
function inContract(change: Change, contract: PromisedPair): Change {
  const { side, column } = change.anchor;
  const there = contract[side];
  if (!there) return change;
  const label = column === null ? "" : nameLabel(there.columns[column]?.name ?? "");
  // What is inside of a column has lines of its own; something removed is shown at its neighbour.
  const place = column === null || isInside(change.path, label) ? change.path : label;
  return { ...change, anchor: { side, column, contract: place } };
}

/** The same change in both is one, as the snapshot has it, and stands in the contract. */
function merge(shown: readonly Change[], promised: readonly Change[]): Change[] {
  const keyOf = ({ kind, path, before, after }: Change) => JSON.stringify([kind, path, before, after]);
  const places = new Map(promised.map((change) => [keyOf(change), change.anchor]));
  const both = new Set(shown.map(keyOf));
  return [
    ...shown.map((change) => ({ ...change, anchor: places.get(keyOf(change)) ?? change.anchor })),
    ...promised.filter((change) => !both.has(keyOf(change))).filter((change) => !isShownOtherwise(change, shown)),
  ];
}

/** A column that both files have from now on, with another type: the snapshot's is found, and that they disagree. */
function isShownOtherwise(change: Change, shown: readonly Change[]): boolean {
  return (
    change.kind === "column-added" && shown.some(({ kind, path }) => kind === "column-added" && path === change.path)
  );
}
