import type { Report, ReportFinding } from "@schema-gate/report";

/** What drift can do to readers at worst, from the least; `none` where only promises could not be measured, or nothing is left. */
export const impacts = ["none", "neutral", "additive", "risky", "breaking"] as const;
export type WorstImpact = (typeof impacts)[number];

/** How a view stands after a night. `settled`: nothing is left but what is waived. `unknown`: it could not be looked at whole. */
export type Standing = "drifting" | "settled" | "unknown";

/** What a night found of one view. */
export interface ViewDrift {
  readonly label: string;
  readonly standing: Standing;
  readonly worst: WorstImpact;
  readonly findings: readonly ReportFinding[];
}

/** What a report tells of each view it names, by the view's label. */
export function driftByView({ findings }: Report): ReadonlyMap<string, ViewDrift> {
  return new Map([...findingsByView(findings)].map(([label, own]) => [label, viewDrift(label, own)]));
}

/** The findings of each view, by its label; those of no view are left out. */
export function findingsByView(findings: readonly ReportFinding[]): ReadonlyMap<string, readonly ReportFinding[]> {
  const found = new Map<string, ReportFinding[]>();
  for (const finding of findings) {
    if (finding.view === null) continue;
    const known = found.get(finding.view);
    if (known) known.push(finding);
    else found.set(finding.view, [finding]);
  }
  return found;
}

/** Whether one impact is worse than another. */
export function isWorse(one: WorstImpact, other: WorstImpact): boolean {
  return impacts.indexOf(one) > impacts.indexOf(other);
}

/** The worst of what stands, by the findings that nobody waived. */
export function worstOf(findings: readonly ReportFinding[]): WorstImpact {
  return findings.reduce<WorstImpact>((worst, { impact, waiver }) => {
    const each = waiver === null ? (impact ?? "none") : "none";
    return isWorse(each, worst) ? each : worst;
  }, "none");
}

function viewDrift(label: string, findings: readonly ReportFinding[]): ViewDrift {
  return { label, standing: standingOf(findings), worst: worstOf(findings), findings };
}

/**
 * What the gate says of itself is no drift, but keeps an issue from being closed: the view was not seen, or a promise not
 * measured. Only what it merely warns of, a promise that can never be measured as it is written, is for the owner to mend.
 */
function standingOf(findings: readonly ReportFinding[]): Standing {
  if (findings.some(({ rule }) => rule === "view-unseen")) return "unknown";
  const open = findings.filter(({ waiver }) => waiver === null);
  if (open.some(({ kind, action }) => kind !== "gate" || action === "warn")) return "drifting";
  return open.length > 0 ? "unknown" : "settled";
}
