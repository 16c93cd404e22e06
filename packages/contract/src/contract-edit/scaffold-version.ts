import type { ContractFile } from "../contract-file/contract-file.js";
import { YamlEdits } from "../yaml-file/yaml-edits.js";
import { type Edited, edited } from "./deprecate-contract.js";
import { editRows } from "./edit-rows.js";
import { openContract } from "./open-contract.js";

/** The version that is to come after another one. */
export interface NextVersion {
  readonly name: string;
  readonly version: number;
  /** Full name of the version before it. */
  readonly predecessor: string;
  /** Why there is another version; `null` where nobody has said. */
  readonly reason: string | null;
  /** The day it will be released, `2026-11-22`. */
  readonly released: string;
}

/**
 * The contract of the next version, made of the text of the one before it: a draft that promises the same. What was true of
 * the one before it alone (successor, end of support, who reads it) is left out; its name in links and SLA rows is replaced.
 */
export function scaffoldVersion(text: string, file: string, target: string, next: NextVersion): ContractFile & Edited {
  const { yaml, document } = openContract(text, file);
  const edits = new YamlEdits(yaml);
  const before = document.schema[0]?.physicalName ?? "";
  edits.set(["version"], `${next.version}.0.0`);
  if (document.status !== "draft") edits.set(["status"], "draft");
  edits.set(["schema", 0, "physicalName"], next.name);
  for (const [index, { url }] of document.authoritativeDefinitions.entries()) {
    if (url.includes(before)) edits.set(["authoritativeDefinitions", index, "url"], url.replaceAll(before, next.name));
  }
  for (const [index, { element }] of document.slaProperties.entries()) {
    if (!element?.startsWith(`${before}.`)) continue;
    edits.set(["slaProperties", index, "element"], next.name + element.slice(before.length));
  }
  const { released, predecessor, reason } = next;
  editRows(edits, "slaProperties", document.slaProperties, { generalAvailability: released, endOfSupport: null });
  editRows(edits, "customProperties", document.customProperties, {
    predecessor,
    versionReason: reason,
    successor: null,
    stakeholders: null,
  });
  return edited(edits, target);
}
