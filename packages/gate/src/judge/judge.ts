import { isDate, UserError, type ViewName } from "@schema-gate/contract";
import type { Finding } from "@schema-gate/diff";
import type { Report, ReportFinding } from "@schema-gate/report";
import type { EditedHistory } from "../check/edited-histories.js";
import type { AuthorsOf } from "../git/authors-of-files.js";
import type { Policy } from "../policy/policy.js";
import type { OpenReaders } from "../readers/name-readers.js";
import { shown } from "../shown.js";
import { comparableSides } from "../sides/comparable-sides.js";
import type { ReadViews, Side, Sides } from "../sides/side.js";
import type { UnreadableFile } from "../sides/unreadable-file.js";
import { applyWaivers } from "./apply-waivers.js";
import { baseUnreadable } from "./base-unreadable.js";
import type { BelievedSource } from "./believe.js";
import { countViews, findChangedViews } from "./changed-views.js";
import { closeReport } from "./close-report.js";
import { type ComparisonProgress, compareSides } from "./compare-sides.js";
import type { FailOn } from "./decide-action.js";
import { viewsOfEditedSql } from "./edited-sql.js";
import { historiesRewritten } from "./history-rewritten.js";
import { judgeJobsOfChange } from "./job-findings.js";
import { jobsOfSides } from "./jobs-of-sides.js";
import { nothingCompared } from "./nothing-compared.js";
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
  /** What could not be read of the base, told while the case is judged. */
  readonly unreadable?: readonly UnreadableFile[];
  /** The histories that the change edits. */
  readonly histories?: readonly EditedHistory[];
  /** Where readers are known from: the base tip's, never those of the change itself. Nobody is known without. */
  readonly openReaders?: OpenReaders;
  /** Who made the files of new jobs; nobody is known without. */
  readonly authorsOf?: AuthorsOf;
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
  const views = new Map<string, ViewName>();
  const onFindings = (findings: readonly Finding[], read: ReadViews) => {
    const report = reporter(given, read);
    for (const finding of findings) {
      const shownFinding = report(finding);
      reported.push(shownFinding);
      if (finding.view && shownFinding.view !== null) views.set(shownFinding.view, finding.view);
      if (finding.waivable === false) firm.add(finding.id);
    }
  };
  const jobs = given.mode === "check" ? await jobsOfSides(given, config, changes) : null;
  const filled = jobs ? await viewsOfEditedSql(given, jobs) : [];
  const edited = [...new Set([...changes.edited, ...filled])];
  await compareSides(given, { ...changes, edited }, { ...given, believed }, onFindings);
  if (jobs) await judgeJobsOfChange({ ...given, jobs }, changes, onFindings);
  const named = await withReaders(reported, views, given);
  const rewritten = historiesRewritten(given.histories ?? [], config.actions.gate);
  const unreadable = baseUnreadable(given.unreadable ?? [], after);
  const waived = await applyWaivers([...named, ...rewritten, ...unreadable], given.waivers, config, asOf, firm);
  return closeReport(
    {
      ...given,
      changed: changes.edited.length + changes.added.length + changes.removed.length,
      unchanged: changes.unchanged,
    },
    [...waived, ...(given.policyEdits ?? []).map(policyEdited), ...(isEmpty(given) ? [nothingCompared(given)] : [])],
  );
}

/** With the readers they break; what finds them is loaded only where somebody may be. */
async function withReaders(
  findings: readonly ReportFinding[],
  views: ReadonlyMap<string, ViewName>,
  { before, openReaders }: Case,
): Promise<readonly ReportFinding[]> {
  const isHarmless = findings.every(({ impact }) => impact !== "breaking" && impact !== "risky");
  if (!openReaders || isHarmless) return findings;
  const { nameReaders } = await import("../readers/name-readers.js");
  return nameReaders(findings, views, before, openReaders);
}

function requireViews(side: Side): void {
  if (countViews(side) > 0) return;
  throw new UserError("usage", `There is no view in ${shown(side.source)}; name a side that holds snapshots.`);
}

function isEmpty({ before, after }: Sides): boolean {
  return countViews(before) === 0 && countViews(after) === 0;
}
