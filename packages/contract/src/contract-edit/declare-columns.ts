import type { Column } from "../contract.js";
import type { ContractFile } from "../contract-file/contract-file.js";
import { YamlEdits } from "../yaml-file/yaml-edits.js";
import { type Edited, edited } from "./deprecate-contract.js";
import { openContract } from "./open-contract.js";

/**
 * A contract's text with these columns at the end of those it declares, as a catalogue shows them: name, type and comment.
 * All else stays as it is.
 */
export function declareColumns(
  text: string,
  file: string,
  columns: readonly Pick<Column, "name" | "type" | "comment">[],
): ContractFile & Edited {
  const { yaml } = openContract(text, file);
  const edits = new YamlEdits(yaml);
  const rows = columns.map(({ name, type, comment }) => ({
    name,
    physicalType: type,
    ...(comment === null ? {} : { description: comment }),
  }));
  edits.append(["schema", 0, "properties"], rows);
  return edited(edits, file);
}
