import type { ContractFile } from "./contract-file.js";

/** Reads one contract file; see `readContractFile`. */
export type ContractReader = (text: string, file: string) => ContractFile;

/** The reader of contract files. It brings the standard's validator along, which most runs have no use for. */
export async function loadContractReader(): Promise<ContractReader> {
  return (await import("./read-contract-file.js")).readContractFile;
}
