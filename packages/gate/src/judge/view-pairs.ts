import { type Contract, readLocated, readViewPair } from "@schema-gate/contract";
import { type ViewPair, withReadableTypes } from "@schema-gate/diff";
import type { ReadViews, SideView } from "../sides/side.js";

/** One pair after the other, so that each can be forgotten before the next is parsed. */
export function* pairsOf({ before, after, contracts }: ReadViews): Iterable<ViewPair> {
  const promised = new Set([...contracts.before.keys(), ...contracts.after.keys()]);
  for (const label of promised) yield twofoldPair(label, { before, after, contracts });
  for (const [label, view] of before) {
    if (promised.has(label)) continue;
    const other = after.get(label);
    yield other ? readViewPair(view, other) : { before: readLocated(view), after: null };
  }
  for (const [label, view] of after) {
    if (!before.has(label) && !promised.has(label)) yield { before: null, after: readNew(view) };
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
  return { before: one ? readLocated(one) : null, after: other ? readNew(other) : null, promised };
}

/** A snapshot that is held against none: nothing else reads its types, and whoever changes them later would be refused. */
function readNew(view: SideView): Contract {
  return withReadableTypes(readLocated(view), "after");
}
