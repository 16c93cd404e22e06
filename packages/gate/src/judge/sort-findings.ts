import type { ReportFinding } from "@schema-gate/report";

const IMPACTS = ["breaking", "risky", "additive", "neutral"];

/** The order of a report (design section 4): by view, then impact, path, rule; by code units, whatever the locale. */
export function sortFindings(findings: readonly ReportFinding[]): ReportFinding[] {
  const keyed = findings.map((finding) => ({ finding, view: finding.view ?? "", rank: rankOf(finding) }));
  keyed.sort(
    (one, other) =>
      compareText(one.view, other.view) ||
      one.rank - other.rank ||
      compareText(one.finding.path, other.finding.path) ||
      compareText(one.finding.rule, other.finding.rule) ||
      compareText(one.finding.id, other.finding.id),
  );
  return keyed.map(({ finding }) => finding);
}

function rankOf({ impact }: ReportFinding): number {
  return impact === null ? IMPACTS.length : IMPACTS.indexOf(impact);
}

function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
