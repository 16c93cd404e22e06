import { type ContractFile, isDate, UserError, viewLabel } from "@schema-gate/contract";
import { type Finding, isPublished, loadLiveJudge } from "@schema-gate/diff";
import type { Report, ReportFinding } from "@schema-gate/report";
import { applyWaivers } from "../judge/apply-waivers.js";
import { countViews } from "../judge/changed-views.js";
import { closeReport } from "../judge/close-report.js";
import type { ComparisonProgress } from "../judge/compare-sides.js";
import type { FailOn } from "../judge/decide-action.js";
import { nothingCompared } from "../judge/nothing-compared.js";
import { publicViews } from "../judge/public-views.js";
import { reporter } from "../judge/reporter.js";
import type { Policy } from "../policy/policy.js";
import type { OpenReaders } from "../readers/name-readers.js";
import { shown } from "../shown.js";
import { contractsSide } from "../sides/contracts-side.js";
import type { ReadViews, Side } from "../sides/side.js";
import { believedTip, type Committed, readCommitted, snapshotOf, standingContract } from "./committed.js";
import { type DeliveredView, findContractDrift, placeOf } from "./contract-drift.js";
import type { LiveTrino, LiveViewState } from "./live-trino.js";
import { findSnapshotDrift, snapshotSides } from "./snapshot-drift.js";
import { coverage, unlookedFindings } from "./unlooked.js";

export type { LiveTrino, LiveViewState } from "./live-trino.js";

/** What is committed, what live Trino was found to be, the policy and the day: everything a verdict on drift depends on. */
export interface DriftRequest extends Policy {
  /** Snapshots of the schemas that were looked at, and the contracts there, read. */
  readonly committed: Side;
  readonly contracts: ReadonlyMap<string, ContractFile>;
  readonly live: LiveTrino;
  readonly asOf: string;
  readonly failOn: FailOn;
  /** The day since which a finding of a view stands; `null` where this is the first. */
  readonly since: (view: string, id: string) => string | null;
  /** Where readers are known from; nobody is known without. */
  readonly openReaders?: OpenReaders;
  readonly onProgress?: (progress: ComparisonProgress) => void;
}

/** The verdict on live Trino against what is committed, as report format 1. */
export async function judgeDrift(request: DriftRequest): Promise<Report> {
  const { live, asOf, config } = request;
  if (!isDate(asOf)) throw new UserError("usage", `${shown(asOf)} is not a date; write one like 2026-11-22.`);
  const committed = await readCommitted(request.committed, request.contracts);
  const isRetired = (label: string) => committed.contracts.get(label)?.contract.promises.status === "retired";
  const seen = contractsSide(
    "live",
    live.source,
    live.views.flatMap(({ stored }) => stored ?? []),
  );
  const drift = snapshotSides(committed.side, seen, live.gone, isRetired);
  const reported: ReportFinding[] = [];
  const places = new Set<string>();
  await findSnapshotDrift(drift, request, (findings, read) => {
    const contracts = { before: committed.contracts, after: read.contracts.after };
    const report = reporter({ ...request, ...drift.sides }, { ...read, contracts });
    for (const finding of findings) {
      places.add(placeOf(finding));
      reported.push(report(inContractToo(finding, committed)));
    }
  });
  const settings = { config, asOf, believed: believedTip(committed) };
  const promised = findContractDrift(delivered(committed, live), settings).filter((one) => !places.has(placeOf(one)));
  const report = reporter({ ...request, before: committed.side, after: drift.sides.after }, readOf(committed));
  for (const finding of [...promised, ...(await liveFindings(committed, request))]) reported.push(report(finding));
  const named = await withReaders(reported, request);
  const waived = await applyWaivers(named, request.waivers, config, asOf);
  const dated = waived.filter(({ kind }) => kind !== "gate").map((finding) => withDay(finding, request.since));
  const sides = { before: committed.side, after: seen };
  const { edited, removed, unchanged } = drift.changes;
  const changed = edited.length + removed.length;
  const head = { ...request, ...sides, planned: false, changed, unchanged, covered: coverage(live) };
  const empty = countViews(committed.side) + live.views.length === 0 ? [nothingCompared(sides)] : [];
  return closeReport(head, [...dated, ...unlookedFindings(live, committed, config), ...empty]);
}

function readOf({ snapshots, contracts }: Committed): ReadViews {
  return { before: snapshots, after: new Map(), contracts: { before: contracts, after: new Map() } };
}

/** With the readers they break. */
async function withReaders(
  findings: readonly ReportFinding[],
  { live, committed, openReaders }: DriftRequest,
): Promise<readonly ReportFinding[]> {
  if (!openReaders) return findings;
  const names = [...live.views.map(({ view }) => view), ...live.gone];
  const { nameReaders } = await import("../readers/name-readers.js");
  return nameReaders(findings, new Map(names.map((view) => [viewLabel(view), view])), committed, openReaders);
}

/** What both a snapshot and a contract say is found in the contract, where a person would mend it. */
function inContractToo(finding: Finding, { contracts }: Committed): Finding {
  const file = finding.view && contracts.get(viewLabel(finding.view));
  if (!file?.places.has(finding.path)) return finding;
  return { ...finding, anchor: { side: "before", column: null, contract: finding.path } };
}

function delivered(committed: Committed, { views }: LiveTrino): DeliveredView[] {
  return views.flatMap(({ view, stored }) => {
    const contract = standingContract(committed, viewLabel(view));
    return stored && contract ? [{ contract, snapshot: snapshotOf(committed, viewLabel(view)), stored }] : [];
  });
}

/** What is found of each view beyond its columns, and of promised views that are not there. */
async function liveFindings(committed: Committed, { live, config, asOf }: DriftRequest): Promise<readonly Finding[]> {
  const { judgeLive } = await loadLiveJudge();
  const publication = { isPublic: publicViews(config), believed: believedTip(committed) };
  const settings = { asOf, losslessWidening: config.losslessWidening, loosenedFactor: config.bounds.loosenedFactor };
  return [...live.views, ...undelivered(committed, live)].flatMap((state) => {
    const label = viewLabel(state.view);
    const contract = standingContract(committed, label);
    const hasSnapshot = committed.snapshots.has(label);
    return judgeLive({ ...state, contract, hasSnapshot }, settings).map((finding) => {
      const spared = finding.impact === "breaking" && !isPublished(state.view, publication);
      const anchor = contract || hasSnapshot ? finding.anchor : null;
      return { ...finding, anchor, ...(spared && { action: "warn" as const }) };
    });
  });
}

/** Views that are gone and had no snapshot, but whose contract says that they may be used. */
function undelivered(committed: Committed, { gone }: LiveTrino): LiveViewState[] {
  return gone.flatMap((view) => {
    const status = committed.contracts.get(viewLabel(view))?.contract.promises.status;
    if (committed.side.entries.has(viewLabel(view)) || (status !== "active" && status !== "deprecated")) return [];
    return [{ view, stored: null, failure: null, derived: null, measured: null, unmeasured: [], earlier: null }];
  });
}

function withDay(finding: ReportFinding, since: DriftRequest["since"]): ReportFinding {
  const day = finding.view === null ? null : since(finding.view, finding.id);
  return day === null ? finding : { ...finding, message: `${finding.message} It has been so since ${day}.` };
}
