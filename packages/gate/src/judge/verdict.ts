import type { Counts, ReportFinding, Verdict } from "@schema-gate/report";
import { stronger } from "./decide-action.js";

/** The strongest action of all findings; what is merely allowed passes. */
export function verdictOf(findings: readonly ReportFinding[]): Verdict {
  const strongest = findings.reduce<ReportFinding["action"]>((found, { action }) => stronger(found, action), "allow");
  return strongest === "allow" ? "pass" : strongest;
}

/** How many findings there are of each kind; a waived one counts as nothing else. */
export function countFindings(findings: readonly ReportFinding[]): Counts {
  const counts = { breaking: 0, risky: 0, additive: 0, neutral: 0, policy: 0, gate: 0, waived: 0 };
  for (const { waiver, impact, kind } of findings) {
    if (waiver) counts.waived++;
    else counts[impact ?? (kind === "policy" ? "policy" : "gate")]++;
  }
  return counts;
}
