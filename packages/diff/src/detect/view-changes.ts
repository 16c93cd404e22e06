import { type Contract, viewName } from "@schema-gate/contract";
import type { Change } from "../change.js";
import { columnChanges } from "./column-changes.js";
import { type CompareDefinitions, definitionChanges } from "./definition-changes.js";
import { descriptionMeaning } from "./description.js";
import { descriptionFact } from "./description-fact.js";
import { type Facts, fact } from "./facts.js";
import { promiseChanges } from "./promise-changes.js";

/**
 * Every difference between two contracts of one view, as facts; without `compareDefinitions` that of definitions is not
 * analysed. Throws UnreadableType where a type text cannot be read.
 */
export function viewChanges(
  before: Contract,
  after: Contract,
  compareDefinitions: CompareDefinitions | null = null,
): Change[] {
  // A change outlives the contracts it was found in, so it takes only the name along.
  const view = viewName(after);
  const facts: Facts = { view, anchor: { side: "after", column: null } };
  const columns = columnChanges(before, after, view);
  const inContracts = before.promises !== undefined && after.promises !== undefined;
  const stated = { facts, inContracts };
  return [
    ...statedChanges("kind", "kind-changed", before.kind, after.kind, stated),
    ...statedChanges("security", "security-changed", before.security, after.security, stated),
    ...descriptionChanges("", "/comment", before.comment, after.comment, "The view", facts),
    ...definitionChanges(before, after, columns, compareDefinitions, facts),
    ...columns,
    ...promiseChanges(before, after, facts),
  ];
}

/** Unknown is never a change; from unknown to stated is a promise, not a break (law 9). What leaves a contract is lost. */
function statedChanges(
  promise: "kind" | "security",
  kind: "kind-changed" | "security-changed",
  before: string | null,
  after: string | null,
  { facts, inContracts }: { readonly facts: Facts; readonly inContracts: boolean },
): Change[] {
  if (before === after || (after === null && !inContracts)) return [];
  const shared = { path: `@${promise}`, before, after, covers: [`/${promise}`] };
  if (after === null) return [fact("promise-withdrawn", facts, { ...shared, isReliedOn: false })];
  return [before === null ? fact("promise-stated", facts, { ...shared, promise }) : fact(kind, facts, shared)];
}

export function descriptionChanges(
  path: string,
  covers: string,
  before: string | null,
  after: string | null,
  subject: string,
  facts: Facts,
): Change[] {
  if (before === after || descriptionMeaning(before) === descriptionMeaning(after)) return [];
  return [descriptionFact({ path, before: before || null, after: after || null, covers: [covers] }, subject, facts)];
}
