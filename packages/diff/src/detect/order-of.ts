import type { Contract } from "@schema-gate/contract";

/** A contract with its columns in the order the snapshot has; those it does not have stay together, at the end. */
export function byOrderOf(contract: Contract, snapshot: Contract | null): Contract {
  if (snapshot === null) return contract;
  const position = new Map(snapshot.columns.map(({ name }, index) => [name, index]));
  const rank = (name: string) => position.get(name) ?? position.size;
  // Sorting is stable: what the snapshot does not know keeps its order.
  return { ...contract, columns: [...contract.columns].sort((one, other) => rank(one.name) - rank(other.name)) };
}
