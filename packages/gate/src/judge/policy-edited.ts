import { nameLabel } from "@schema-gate/contract";
import type { ReportFinding } from "@schema-gate/report";
import { shown } from "../shown.js";
import { gateFinding } from "./gate-finding.js";
import type { WeighedEdit } from "./weigh-policy-edits.js";

/** Blocks whatever the configuration says, which is what would be changed, until the leads have approved it. */
export function policyEdited(edit: WeighedEdit): ReportFinding {
  const { file, isGone, isApproved } = edit;
  return gateFinding("policy-edited", {
    path: `@policy(${nameLabel(file)})`,
    message: `${shown(file)} is ${isGone ? "removed" : "changed"}: ${supportPhrase(edit)}.`,
    action: isApproved ? "warn" : "block",
    location: isGone ? null : { side: "after", file, line: 1, endLine: 1 },
  });
}

function supportPhrase({ needed, approved, isApproved }: WeighedEdit): string {
  if (needed === null) return "the base names no leads, so nobody can approve that";
  const by = approved.length === 0 ? "" : ` (${approved.join(", ")})`;
  if (isApproved) return `approved by as many leads as it takes${by}`;
  return `it takes the approval of ${needed} ${needed === 1 ? "lead" : "leads"}, and has ${approved.length}${by}`;
}
