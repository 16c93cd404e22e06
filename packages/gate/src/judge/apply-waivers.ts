import { type Config, nameLabel, type Waiver } from "@schema-gate/contract";
import type { ReportFinding } from "@schema-gate/report";
import { WAIVERS_FOLDER, type WaiverFile } from "../policy/policy.js";
import { gateFinding } from "./gate-finding.js";
import { type ReadWaiver, readWaiver } from "./read-waiver.js";

/**
 * All findings, those that are waived marked so, and one more for each waiver that is of no use. `firm` are the ids of
 * findings the policy allows no exception from.
 */
export async function applyWaivers(
  findings: readonly ReportFinding[],
  files: readonly WaiverFile[],
  { leads, actions }: Pick<Config, "leads" | "actions">,
  asOf: string,
  firm: ReadonlySet<string> = new Set(),
): Promise<readonly ReportFinding[]> {
  if (files.length === 0) return findings;
  const waivers = await Promise.all(files.map((file) => readWaiver(file, asOf)));
  // Without leads nobody could have approved a waiver.
  const counts = leads.members.length > 0;
  const byFinding = new Map(counts ? waivers.flatMap(holding) : []);
  const used = new Set<string>();
  const judged = findings.map((finding) => {
    const found = byFinding.get(finding.id);
    if (!found || firm.has(finding.id) || !covers(found.waiver, finding)) return finding;
    used.add(found.file);
    const { owner, reason, ends } = found.waiver;
    return { ...finding, action: "warn" as const, waiver: { file: found.file, owner, reason, ends } };
  });
  const faults = waivers.flatMap((waiver) => {
    const fault = waiver.fault ?? (used.has(waiver.file) ? null : unused(waiver, counts, firm));
    return fault ? [faultFinding(waiver.file, fault, actions.gate)] : [];
  });
  return [...judged, ...faults];
}

function holding({ file, waiver }: ReadWaiver): [string, { file: string; waiver: Waiver }][] {
  return waiver ? [[waiver.finding, { file, waiver }]] : [];
}

/** All of a finding must match: an id alone is 64 bits of a hash, which somebody could search a second meaning for. */
function covers(waiver: Waiver, { rule, view, path, before, after }: ReportFinding): boolean {
  return (
    waiver.rule === rule &&
    waiver.view === view &&
    waiver.path === path &&
    waiver.before === before &&
    waiver.after === after
  );
}

interface Fault {
  readonly rule: string;
  readonly message: string;
}

function unused({ file, waiver }: ReadWaiver, counts: boolean, firm: ReadonlySet<string>): Fault {
  const isFirm = waiver !== null && firm.has(waiver.finding);
  const reason = isFirm
    ? "does not count: the policy allows no exception from that rule."
    : "covers no finding of this comparison.";
  const message = counts ? reason : "does not count: schema-gate.yaml names no leads who could have approved it.";
  return { rule: "waiver-unused", message: `The waiver ${file} ${message}` };
}

function faultFinding(file: string, { rule, message }: Fault, action: ReportFinding["action"]): ReportFinding {
  const path = `@waiver(${nameLabel(file.slice(WAIVERS_FOLDER.length + 1))})`;
  return gateFinding(rule, { path, message, action, location: { side: "before", file, line: 1, endLine: 1 } });
}
