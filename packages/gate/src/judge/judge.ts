import { isDate, UserError } from "@schema-gate/contract";
import type { Report, ReportFinding } from "@schema-gate/report";
import type { Policy } from "../policy/policy.js";
import { shown } from "../shown.js";
import { comparableSides } from "../sides/comparable-sides.js";
import type { Side, Sides } from "../sides/side.js";
import { applyWaivers } from "./apply-waivers.js";
import type { BelievedSource } from "./believe.js";
import { countViews, findChangedViews } from "./changed-views.js";
import { closeReport } from "./close-report.js";
import { type ComparisonProgress, compareSides } from "./compare-sides.js";
import type { FailOn } from "./decide-action.js";
import { gateFinding } from "./gate-finding.js";
import { policyEdited } from "./policy-edited.js";
import { reporter } from "./reporter.js";
import type { WeighedEdit } from "./weigh-policy-edits.js";

/** Two sides, a policy and a date: everything a verdict depends on. */
export interface Case extends Policy, Sides {
  /** Today, `2026-11-22`. */
  readonly asOf: string;
  readonly planned: boolean;
  /** Who is believed about what softens a verdict; absent, it is the side before, whose history nobody knows. */
  readonly believed?: BelievedSource;
  readonly failOn: FailOn;
  /** `diff` refuses a side without views; for `check` it means that all views are new, or all are gone. */
  readonly mode: "diff" | "check";
  /** What the change edits of the policy itself. */
  readonly policyEdits?: readonly WeighedEdit[];
  readonly onProgress?: (progress: ComparisonProgress) => void;
}

/** The verdict on a case, as report format 1. */
export async function judge(asked: Case): Promise<Report> {
  const { before, after } = comparableSides(asked);
  const given = { ...asked, before, after };
  const { asOf, config } = given;
  if (!isDate(asOf)) throw new UserError("usage", `${shown(asOf)} is not a date; write one like 2026-11-22.`);
  if (given.mode === "diff") for (const side of [before, after]) requireViews(side);
  const changes = findChangedViews(given);
  const reported: ReportFinding[] = [];
  const firm = new Set<string>();
  const believed = given.believed ?? { side: async () => before, releasedOn: null };
  await compareSides(given, changes, { ...given, believed }, (findings, read) => {
    const report = reporter(given, read);
    for (const finding of findings) {
      reported.push(report(finding));
      if (finding.waivable === false) firm.add(finding.id);
    }
  });
  const waived = applyWaivers(reported, given.waivers, config, asOf, firm);
  return closeReport(
    {
      ...given,
      changed: changes.edited.length + changes.added.length + changes.removed.length,
      unchanged: changes.unchanged,
    },
    [...waived, ...(given.policyEdits ?? []).map(policyEdited), ...(isEmpty(given) ? [nothingCompared(given)] : [])],
  );
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
