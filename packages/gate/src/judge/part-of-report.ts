import type { Report, ReportFinding } from "@schema-gate/report";
import { countFindings, verdictOf } from "./verdict.js";

/** A report of some findings of another, in their order, with the verdict those come to. */
export function partOfReport(report: Report, keeps: (finding: ReportFinding) => boolean): Report {
  const findings = report.findings.filter(keeps);
  return { ...report, verdict: verdictOf(findings), counts: countFindings(findings), findings };
}
