import type { Side, Sides } from "./side.js";
import { sideDigest } from "./side-digest.js";

/**
 * Two sides as far as both can say the same: contracts are compared with contracts, so where one side cannot hold any, those of
 * the other are left out, views that have nothing else included. `leftOut` is how many contract files that are.
 */
export function comparableSides({ before, after }: Sides): Sides & { readonly leftOut: number } {
  if (before.contracts && after.contracts) return { before, after, leftOut: 0 };
  const leftOut = (before.contracts?.entries.size ?? 0) + (after.contracts?.entries.size ?? 0);
  return { before: withoutContracts(before), after: withoutContracts(after), leftOut };
}

function withoutContracts(side: Side): Side {
  return side.contracts ? { ...side, contracts: null, digest: sideDigest(side.entries) } : side;
}
