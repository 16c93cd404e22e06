import { type Contract, promisePath, viewLabel, viewName } from "@schema-gate/contract";
import type { Change } from "../change.js";
import { fact } from "../detect/facts.js";
import type { PromisedPair } from "../detect/twofold-changes.js";
import { versionOf } from "./families.js";

/** Finds the view of a label among those that stand after the change. */
export type FindView = (
  label: string,
) => { readonly catalog: string; readonly schema: string; readonly name: string } | null;

const sides = [
  { relative: "successor", isInOrder: (own: number, named: number) => named > own },
  { relative: "predecessor", isInOrder: (own: number, named: number) => named < own },
] as const;

/** Successors and predecessors that a contract names from now on, and that are no such version of its family. */
export function misnamedRelatives(
  { before, after }: PromisedPair,
  find: FindView,
  patterns: readonly string[],
): Change[] {
  if (!after?.promises) return [];
  const { lineage } = after.promises;
  return sides.flatMap(({ relative, isInOrder }) => {
    const label = lineage[relative];
    if (label === null || before?.promises?.lineage[relative] === label) return [];
    const fault = faultOf(after, find(label), isInOrder, patterns);
    if (fault === null) return [];
    const path = promisePath(relative);
    const place = { view: viewName(after), anchor: { side: "after", column: null, contract: path } } as const;
    const was = before?.promises?.lineage[relative] ?? null;
    return [fact("relative-misnamed", place, { path, before: was, after: label, covers: [], relative, fault })];
  });
}

function faultOf(
  own: Contract,
  named: ReturnType<FindView>,
  isInOrder: (own: number, named: number) => boolean,
  patterns: readonly string[],
): Change<"relative-misnamed">["fault"] | null {
  if (named === null) return "unknown";
  if (viewLabel(named) === viewLabel(own)) return "itself";
  const [one, other] = [versionOf(own, patterns), versionOf(named, patterns)];
  if (one.key !== other.key) return "other-family";
  return isInOrder(one.version, other.version) ? null : "wrong-order";
}
