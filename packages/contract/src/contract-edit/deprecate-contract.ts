import { compareDates } from "../calendar.js";
import type { ContractFile } from "../contract-file/contract-file.js";
import { readContractFile } from "../contract-file/read-contract-file.js";
import { YamlEdits } from "../yaml-file/yaml-edits.js";
import { editRows } from "./edit-rows.js";
import { openContract } from "./open-contract.js";

/** What a version is told that has a successor: its full name, and the day support ends, `2027-02-22`. */
export interface Deprecation {
  readonly successor: string;
  readonly endOfSupport: string;
}

/**
 * A contract's text with status `deprecated`, its successor and the end of its support; all else stays as it is, and an end
 * of support that was promised for later stays too.
 */
export function deprecateContract(text: string, file: string, deprecation: Deprecation): ContractFile & Edited {
  const { yaml, document } = openContract(text, file);
  const promised = readContractFile(text, file).contract.promises.endOfSupport;
  const isLater = promised !== null && compareDates(promised, deprecation.endOfSupport) > 0;
  const edits = new YamlEdits(yaml);
  if (document.status !== "deprecated") edits.set(["status"], "deprecated");
  const end = isLater ? {} : { endOfSupport: deprecation.endOfSupport };
  editRows(edits, "slaProperties", document.slaProperties, end);
  editRows(edits, "customProperties", document.customProperties, { successor: deprecation.successor });
  return edited(edits, file);
}

/** The text of a contract that was changed. */
export interface Edited {
  readonly text: string;
}

/** The text the edits make, read again: nothing is handed on that is no contract. */
export function edited(edits: YamlEdits, file: string): ContractFile & Edited {
  const text = edits.text();
  return { text, ...readContractFile(text, file) };
}
