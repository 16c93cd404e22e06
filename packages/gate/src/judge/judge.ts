import { isDate, UserError, type ViewName, viewLabel } from "@schema-gate/contract";
import type { Finding } from "@schema-gate/diff";
import type { ComparedSide, Report, ReportFinding } from "@schema-gate/report";
import type { Policy } from "../policy/policy.js";
import { shown } from "../shown.js";
import type { ReadViews, Side, Sides } from "../sides/side.js";
import { applyWaivers } from "./apply-waivers.js";
import { countViews, findChangedViews } from "./changed-views.js";
import { type ComparisonProgress, compareSides, type ReleaseDays } from "./compare-sides.js";
import { decideAction, type FailOn } from "./decide-action.js";
import { gateFinding } from "./gate-finding.js";
import { locate } from "./locate.js";
import { sortFindings } from "./sort-findings.js";
import { countFindings, verdictOf } from "./verdict.js";

/** Two sides, a policy and a date: everything a verdict depends on. */
export interface Case extends Policy, Sides {
  /** Today, `2026-11-22`. */
  readonly asOf: string;
  readonly planned: boolean;
  readonly releasedOn: ReleaseDays;
  readonly failOn: FailOn;
  /** `diff` refuses a side without views; for `check` it means that all views are new, or all are gone. */
  readonly mode: "diff" | "check";
  readonly onProgress?: (progress: ComparisonProgress) => void;
}

/** The verdict on a case, as report format 1. */
export async function judge(given: Case): Promise<Report> {
  const { before, after, asOf, planned, config, policyCommit } = given;
  if (!isDate(asOf)) throw new UserError("usage", `${shown(asOf)} is not a date; write one like 2026-11-22.`);
  if (given.mode === "diff") for (const side of [before, after]) requireViews(side);
  const changes = findChangedViews(given);
  const reported: ReportFinding[] = [];
  const firm = new Set<string>();
  await compareSides(given, changes, given, (findings, read) => {
    const report = reporter(given, read);
    for (const finding of findings) {
      reported.push(report(finding));
      if (finding.waivable === false) firm.add(finding.id);
    }
  });
  const waived = applyWaivers(reported, given.waivers, config, asOf, firm);
  const all = sortFindings(isEmpty(given) ? [...waived, nothingCompared(given)] : waived);
  requireDistinctIds(all);
  return {
    formatVersion: 1,
    verdict: verdictOf(all),
    compared: {
      before: compared(before),
      after: compared(after),
      policy: policyCommit,
      asOf,
      planned,
      changed: changes.edited.length + changes.added.length + changes.removed.length,
      unchanged: changes.unchanged,
    },
    counts: countFindings(all),
    findings: all,
  };
}

function requireViews(side: Side): void {
  if (countViews(side) > 0) return;
  throw new UserError("usage", `There is no view in ${shown(side.source)}; name a side that holds snapshots.`);
}

function isEmpty({ before, after }: Sides): boolean {
  return countViews(before) === 0 && countViews(after) === 0;
}

/** Blocks whatever the configuration says: a gate that looked at nothing must not look green. */
function nothingCompared({ before, after }: Sides): ReportFinding {
  const message = `No view was compared: neither ${shown(before.source)} nor ${shown(after.source)} holds one.`;
  return gateFinding("nothing-compared", { path: "", message, action: "block", location: null });
}

function compared(side: Side): ComparedSide {
  const { kind, commit, digest } = side;
  return { kind, commit, digest, views: countViews(side) };
}

/** Makes findings of the comparison into findings of the report. */
function reporter(given: Case, read: ReadViews): (finding: Finding) => ReportFinding {
  const labels = new Map<ViewName | null, string | null>([[null, null]]);
  return (finding) => {
    const { view, relation, lossless, anchor } = finding;
    // A view has a few findings, which share its contract: its label is made once.
    const label = labels.get(view) ?? (view && viewLabel(view));
    labels.set(view, label);
    return {
      id: finding.id,
      rule: finding.rule,
      kind: finding.kind,
      impact: finding.impact,
      action: decideAction(finding, given.config.actions, given.failOn),
      view: label,
      path: finding.path,
      before: finding.before,
      after: finding.after,
      ...(relation === undefined ? {} : { relation }),
      ...(lossless === undefined ? {} : { lossless }),
      breaks: finding.breaks,
      message: finding.message,
      remedy: finding.remedy,
      witness: finding.witness,
      location: anchor && locate(given, read, label, anchor),
      readers: [],
      waiver: null,
    };
  };
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
