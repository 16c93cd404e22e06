import type { Contract } from "@schema-gate/contract";

/** The order of the columns both sides have, as each side has it: what was added or removed shows by itself. */
export function sharedOrders(before: Contract, after: Contract): { before: string[]; after: string[] } {
  const known = (contract: Contract) => new Set(contract.columns.map((column) => column.name));
  const common = (contract: Contract, other: ReadonlySet<string>) =>
    contract.columns.map((column) => column.name).filter((name) => other.has(name));
  return { before: common(before, known(after)), after: common(after, known(before)) };
}
