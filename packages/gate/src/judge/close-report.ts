import type { ComparedSide, Report, ReportFinding } from "@schema-gate/report";
import type { Side, Sides } from "../sides/side.js";
import { countViews } from "./changed-views.js";
import { sortFindings } from "./sort-findings.js";
import { countFindings, verdictOf } from "./verdict.js";

/** What a report says besides its findings. */
export interface ReportHead
  extends Sides,
    Pick<Report["compared"], "asOf" | "planned" | "changed" | "unchanged" | "covered"> {
  readonly policyCommit: string | null;
}

/** The report of these findings, with the verdict they come to. */
export function closeReport(
  { before, after, policyCommit, asOf, planned, changed, unchanged, covered }: ReportHead,
  findings: readonly ReportFinding[],
): Report {
  const sorted = sortFindings(findings);
  requireDistinctIds(sorted);
  return {
    formatVersion: 1,
    verdict: verdictOf(sorted),
    compared: {
      before: compared(before),
      after: compared(after),
      policy: policyCommit,
      asOf,
      planned,
      changed,
      unchanged,
      ...(covered && { covered }),
    },
    counts: countFindings(sorted),
    findings: sorted,
  };
}

function compared(side: Side): ComparedSide {
  const { kind, commit, digest } = side;
  return { kind, commit, digest, views: countViews(side) };
}

function requireDistinctIds(findings: readonly ReportFinding[]): void {
  const seen = new Map<string, ReportFinding>();
  for (const finding of findings) {
    const other = seen.get(finding.id);
    if (other) {
      const two = `${other.rule} ${other.path} and ${finding.rule} ${finding.path}`;
      throw new Error(
        `Two findings of ${finding.view} share the id ${finding.id}: ${two}. This is a defect of Schema Gate.`,
      );
    }
    seen.set(finding.id, finding);
  }
}
