import type { Report, ReportFinding } from "@schema-gate/report";
import { sortFindings } from "./sort-findings.js";
import { countFindings, verdictOf } from "./verdict.js";

/** A report with further findings, about the gate's own working, in their places. */
export function addFindings(report: Report, more: readonly ReportFinding[]): Report {
  if (more.length === 0) return report;
  const findings = sortFindings([...report.findings, ...more]);
  return { ...report, verdict: verdictOf(findings), counts: countFindings(findings), findings };
}
