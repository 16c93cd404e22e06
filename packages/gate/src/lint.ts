import { type Config, type ContractFile, isDate, readLocated, UserError } from "@schema-gate/contract";
import { type Finding, type JudgedView, loadStatePolicy } from "@schema-gate/diff";
import type { Report } from "@schema-gate/report";
import { applyWaivers } from "./judge/apply-waivers.js";
import { countViews } from "./judge/changed-views.js";
import { closeReport } from "./judge/close-report.js";
import { judgeJobsOfSide } from "./judge/job-findings.js";
import { judgedView } from "./judge/policy-findings.js";
import { reporter } from "./judge/reporter.js";
import { withSqlParser } from "./judge/sql-parser.js";
import type { Policy } from "./policy/policy.js";
import { shown } from "./shown.js";
import type { ReadViews, Side } from "./sides/side.js";

/** What is judged as it stands, by what, and the day that waivers are judged by. */
export interface LintRequest extends Policy {
  readonly side: Side;
  readonly asOf: string;
}

/** The policy on all views of a side as they stand: every shortcoming, whoever brought it in. */
export async function lint(request: LintRequest): Promise<Report> {
  const { side, asOf, config } = request;
  if (!isDate(asOf)) throw new UserError("usage", `${shown(asOf)} is not a date; write one like 2026-11-22.`);
  if (countViews(side) === 0) {
    const source = shown(side.source);
    throw new UserError("usage", `There is no view in ${source}; name a directory with schemas/ or snapshots/.`);
  }
  const read = await readAll(side);
  const findings = await judgeAll(side, read, config);
  const sides = { before: side, after: side };
  const reported = findings.map(reporter({ ...sides, config, failOn: null }, read));
  const firm = new Set(findings.flatMap(({ id, waivable }) => (waivable === false ? [id] : [])));
  // Whether a waiver is of use only a comparison can tell: most are for changes.
  const waived = await applyWaivers(reported, request.waivers, config, asOf, firm);
  // Nothing is compared, so no view counts as changed or unchanged.
  const head = { ...request, ...sides, planned: false, changed: 0, unchanged: 0 };
  return closeReport(
    head,
    waived.filter(({ kind }) => kind !== "gate"),
  );
}

async function readAll(side: Side): Promise<ReadViews> {
  const [after, promised] = await Promise.all([
    side.read([...side.entries.keys()]),
    side.contracts?.read([...side.contracts.entries.keys()]) ?? new Map<string, ContractFile>(),
  ]);
  return { before: new Map(), after, contracts: { before: new Map(), after: promised } };
}

async function judgeAll(side: Side, { after, contracts }: ReadViews, config: Config): Promise<readonly Finding[]> {
  const views: JudgedView[] = [];
  for (const label of new Set([...after.keys(), ...contracts.after.keys()])) {
    const snapshot = after.get(label);
    const contract = contracts.after.get(label)?.contract ?? null;
    const view = await judgedView(side, contract, snapshot ? readLocated(snapshot) : null, config);
    if (view) views.push(view);
  }
  const { judgeView } = await loadStatePolicy();
  const ofViews = await withSqlParser(({ tablesRead }) =>
    views.flatMap((view) => judgeView(view, tablesRead, "after")),
  );
  return [...ofViews, ...(await judgeJobsOfSide(side, contracts.after, config))];
}
