/** Reads the owners a contract file names; see `ownersOfContract`. */
export type OwnersReader = (text: string, file: string, asOf: string) => readonly string[];

/** The reader of owners. It brings the parser of YAML along, which most runs have no use for. */
export async function loadOwnersReader(): Promise<OwnersReader> {
  return (await import("./owners-of-contract.js")).ownersOfContract;
}
