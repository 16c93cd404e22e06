import { type Contract, type ContractFile, readLocated, viewLabel } from "@schema-gate/contract";
import { type BelievedTip, statedFacts } from "@schema-gate/diff";
import type { Side, SideView } from "../sides/side.js";

/** What is committed of the compared schemas, all of it read. */
export interface Committed {
  readonly side: Side;
  readonly contracts: ReadonlyMap<string, ContractFile>;
  readonly snapshots: ReadonlyMap<string, SideView>;
}

/** Reads the snapshots beside the contracts: whatever is found may have to point at either. */
export async function readCommitted(side: Side, contracts: ReadonlyMap<string, ContractFile>): Promise<Committed> {
  return { side, contracts, snapshots: await side.read([...side.entries.keys()]) };
}

/** The contract of a view; `null` where none is written, or the view is retired and nobody is promised anything any more. */
export function standingContract({ contracts }: Committed, label: string): ContractFile["contract"] | null {
  const contract = contracts.get(label)?.contract ?? null;
  return contract?.promises.status === "retired" ? null : contract;
}

/** The snapshot of a view that was read. */
export function snapshotOf({ snapshots }: Committed, label: string): Contract | null {
  const view = snapshots.get(label);
  return view ? readLocated(view) : null;
}

/** What is committed is believed of itself: it stands on the base branch, whose history nobody asks here. */
export function believedTip({ side, contracts }: Committed): BelievedTip {
  return {
    views: [],
    hasHistory: false,
    factsOf: (view) => {
      const label = viewLabel(view);
      const contract = contracts.get(label)?.contract;
      const hasSnapshot = side.entries.has(label);
      const stated = contract ? statedFacts(contract.promises) : null;
      return hasSnapshot || stated ? { hasSnapshot, stated, stoodSince: null } : null;
    },
  };
}
