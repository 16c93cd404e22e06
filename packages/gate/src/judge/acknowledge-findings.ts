import type { Config } from "@schema-gate/contract";
import type { Report, ReportFinding } from "@schema-gate/report";
import { shown } from "../shown.js";
import { approving } from "./plurality.js";
import { countFindings, verdictOf } from "./verdict.js";

/** Who may acknowledge what concerns a view, by its label. */
export type OwnersOfViews = ReadonlyMap<string, readonly string[]>;

/** The views with findings that an owner has to acknowledge, by label. */
export function viewsToAcknowledge({ findings }: Report): readonly string[] {
  const labels = findings.flatMap(({ action, view }) => (action === "acknowledge" && view !== null ? [view] : []));
  return [...new Set(labels)];
}

/**
 * The report after an owner of a view, or a lead, approved what had to be acknowledged: such a finding warns from then on and
 * says who did. `approvals` are the logins who approved the newest commit, its authors not among them.
 */
export function acknowledgeFindings(
  report: Report,
  owners: OwnersOfViews,
  { members }: Config["leads"],
  approvals: readonly string[],
): Report {
  if (!report.findings.some(({ action }) => action === "acknowledge")) return report;
  const findings = report.findings.map((finding) => {
    if (finding.action !== "acknowledge") return finding;
    const may = [...(owners.get(finding.view ?? "") ?? []), ...members];
    return acknowledged(finding, approving(may, approvals));
  });
  return { ...report, verdict: verdictOf(findings), counts: countFindings(findings), findings };
}

function acknowledged(finding: ReportFinding, [who]: readonly string[]): ReportFinding {
  if (who === undefined) return finding;
  return { ...finding, action: "warn", message: `${finding.message} Acknowledged by ${shown(who)}.` };
}
