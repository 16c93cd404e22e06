import type { declareColumns } from "./declare-columns.js";
import type { deprecateContract } from "./deprecate-contract.js";
import type { scaffoldVersion } from "./scaffold-version.js";

/** What changes the text of contracts. */
export interface ContractEditor {
  readonly declareColumns: typeof declareColumns;
  readonly deprecateContract: typeof deprecateContract;
  readonly scaffoldVersion: typeof scaffoldVersion;
}

/** The editor of contract files. It brings the standard's validator along, as the reader does. */
export async function loadContractEditor(): Promise<ContractEditor> {
  const { declareColumns } = await import("./declare-columns.js");
  const { deprecateContract } = await import("./deprecate-contract.js");
  const { scaffoldVersion } = await import("./scaffold-version.js");
  return { declareColumns, deprecateContract, scaffoldVersion };
}
