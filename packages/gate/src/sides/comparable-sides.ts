import type { ViewName } from "@schema-gate/contract";
import type { Side, Sides } from "./side.js";
import { sideDigest } from "./side-digest.js";

/** What two sides are compared by, and how much of them is not. */
export interface ComparableSides extends Sides {
  /** Contract files of the one side, where the other can hold none. */
  readonly leftOut: number;
  /** Views of the one side in places the other does not look at. */
  readonly outside: number;
}

/**
 * Two sides as far as both can say the same: contracts are compared with contracts, so where one side cannot hold any, those of
 * the other are left out, views that have nothing else included; and so are views where a side does not look.
 */
export function comparableSides({ before, after }: Sides): ComparableSides {
  const [one, other] = [within(before, after.covers), within(after, before.covers)];
  const outside = before.entries.size + after.entries.size - one.entries.size - other.entries.size;
  if (one.contracts && other.contracts) return { before: one, after: other, leftOut: 0, outside };
  const leftOut = (one.contracts?.entries.size ?? 0) + (other.contracts?.entries.size ?? 0);
  return { before: withoutContracts(one), after: withoutContracts(other), leftOut, outside };
}

function withoutContracts(side: Side): Side {
  return side.contracts ? { ...side, contracts: null, digest: sideDigest(side.entries) } : side;
}

/** A side less the snapshots of views that are not covered; what covers only some can hold no contracts. */
function within(side: Side, covers: ((view: ViewName) => boolean) | undefined): Side {
  if (!covers) return side;
  const entries = new Map([...side.entries].filter(([, { name }]) => covers(name)));
  return entries.size === side.entries.size ? side : { ...side, entries, digest: sideDigest(entries) };
}
