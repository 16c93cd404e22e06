import { type Config, nameLabel, parseWaiver, UserError } from "@schema-gate/contract";
import type { ReportFinding } from "@schema-gate/report";
import type { PolicyEdit } from "../policy/edited-policy.js";
import type { Policy, WaiverFile } from "../policy/policy.js";
import { shown } from "../shown.js";
import { gateFinding } from "./gate-finding.js";
import { approving, isSameLogin, neededLeads } from "./plurality.js";

/** What a change's edits of the policy come to: the waivers that count, and a finding for each file that was edited. */
export interface JudgedPolicyEdits {
  readonly waivers: readonly WaiverFile[];
  readonly findings: readonly ReportFinding[];
}

/**
 * Judges what a change edits of the policy it is judged by. `approvals` are the logins who approved the change's newest
 * commit, its authors not among them. Leads are those of the base; without their plurality an edit blocks, whatever the
 * configuration says. With it a waiver counts as the change leaves it; the configuration never does before it is merged.
 */
export function judgePolicyEdits(
  edits: readonly PolicyEdit[],
  { config, waivers }: Policy,
  approvals: readonly string[],
): JudgedPolicyEdits {
  const files = new Map(waivers.map((waiver) => [waiver.file, waiver]));
  const findings = edits.map((edit) => {
    const support = supportOf(edit, config.leads, approvals);
    if (support.isEnough && edit.isRemoved) files.delete(edit.file);
    if (support.isEnough && edit.waiver) files.set(edit.file, edit.waiver);
    return policyEdited(edit, support);
  });
  const inOrder = [...files.values()].sort((one, other) => (one.file < other.file ? -1 : 1));
  return { waivers: inOrder, findings };
}

/** How an edit stands with the leads. */
interface Support {
  readonly needed: number | null;
  readonly approved: readonly string[];
  readonly isEnough: boolean;
}

function supportOf({ waiver }: PolicyEdit, leads: Config["leads"], approvals: readonly string[]): Support {
  const owner = waiver && ownerOf(waiver);
  const counted = owner === null ? approvals : approvals.filter((login) => !isSameLogin(login, owner));
  const needed = neededLeads(leads);
  const approved = approving(leads.members, counted);
  return { needed, approved, isEnough: needed !== null && approved.length >= needed };
}

/** Who answers for a waiver has no say in whether it is given. */
function ownerOf(waiver: WaiverFile): string | null {
  if (waiver.text === null) return null;
  try {
    return parseWaiver(waiver.text, waiver.file).owner.replace(/^@/, "");
  } catch (error) {
    // A finding of its own says so (`readWaiver`).
    if (error instanceof UserError) return null;
    throw error;
  }
}

function policyEdited({ file, isRemoved }: PolicyEdit, support: Support): ReportFinding {
  const done = `${shown(file)} was ${isRemoved ? "removed" : "edited"}`;
  return gateFinding("policy-edited", {
    path: `@policy(${nameLabel(file)})`,
    message: `${done}: ${supportPhrase(support)}.`,
    action: support.isEnough ? "warn" : "block",
    location: { side: isRemoved ? "before" : "after", file, line: 1, endLine: 1 },
  });
}

function supportPhrase({ needed, approved, isEnough }: Support): string {
  if (needed === null) return "the base names no leads, so nobody can approve that";
  const by = approved.length === 0 ? "" : ` (${approved.join(", ")})`;
  if (isEnough) return `approved by as many leads as it takes${by}`;
  return `it takes the approval of ${needed} ${needed === 1 ? "lead" : "leads"}, and has ${approved.length}${by}`;
}
