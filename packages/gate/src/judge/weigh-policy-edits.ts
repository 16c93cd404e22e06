import { type Config, loadWaiverReader, UserError } from "@schema-gate/contract";
import type { Policy, WaiverFile } from "../policy/policy.js";
import type { PolicyEdit } from "../policy/policy-edits.js";
import { approving, isSameLogin, neededLeads } from "./plurality.js";

/** An edit of the policy, and how it stands with the leads: how many it takes (`null`: there are none), and who approved it. */
export interface WeighedEdit extends PolicyEdit {
  readonly needed: number | null;
  readonly approved: readonly string[];
  readonly isApproved: boolean;
}

/** A change's edits of the policy, weighed, and the waivers that count with those that are approved. */
export interface WeighedPolicy {
  readonly waivers: readonly WaiverFile[];
  readonly policyEdits: readonly WeighedEdit[];
}

/**
 * Weighs what a change edits of the policy it is judged by. `own` are the waivers as the change has them, `approvals` the
 * logins who approved its newest commit, its authors not among them. Leads are those of the policy that counts. With their
 * plurality a waiver counts as the change leaves it; the configuration never does before it is merged.
 */
export async function weighPolicyEdits(
  edits: readonly PolicyEdit[],
  own: readonly WaiverFile[],
  { config, waivers }: Policy,
  approvals: readonly string[],
): Promise<WeighedPolicy> {
  const counted = new Map(waivers.map((waiver) => [waiver.file, waiver]));
  const proposed = new Map(own.map((waiver) => [waiver.file, waiver]));
  const weighed = edits.map((edit) => weigh(edit, proposed.get(edit.file), config.leads, approvals));
  const policyEdits = await Promise.all(weighed);
  for (const { file, isGone, isApproved } of policyEdits) {
    const waiver = proposed.get(file);
    if (isApproved && isGone) counted.delete(file);
    if (isApproved && waiver) counted.set(file, waiver);
  }
  const inOrder = [...counted.values()].sort((one, other) => (one.file < other.file ? -1 : 1));
  return { waivers: inOrder, policyEdits };
}

async function weigh(
  edit: PolicyEdit,
  waiver: WaiverFile | undefined,
  leads: Config["leads"],
  approvals: readonly string[],
): Promise<WeighedEdit> {
  const owner = waiver === undefined ? null : await ownerOf(waiver);
  const counted = owner === null ? approvals : approvals.filter((login) => !isSameLogin(login, owner));
  const needed = neededLeads(leads);
  const approved = approving(leads.members, counted);
  return { ...edit, needed, approved, isApproved: needed !== null && approved.length >= needed };
}

/** Who answers for a waiver has no say in whether it is given. */
async function ownerOf(waiver: WaiverFile): Promise<string | null> {
  if (waiver.text === null) return null;
  const parseWaiver = await loadWaiverReader();
  try {
    return parseWaiver(waiver.text, waiver.file).owner.replace(/^@/, "");
  } catch (error) {
    // A finding of its own says so (`readWaiver`).
    if (error instanceof UserError) return null;
    throw error;
  }
}
