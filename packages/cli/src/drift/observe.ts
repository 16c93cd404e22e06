import { type ContractFile, type Profile, type ViewName, viewLabel, viewOfLabel } from "@schema-gate/contract";
import { type LiveTrino, type LiveViewState, loadTablesRead, type Side } from "@schema-gate/gate";
import {
  confirmGone,
  type LiveView,
  lastLine,
  type MeasuredView,
  type MeasureLimits,
  measureLive,
  observeLive,
  type RunState,
  refuseSharpFall,
  type Series,
  type TrinoPort,
} from "@schema-gate/snapshot";
import { closedViews } from "../closed-views.js";
import type { Io } from "../io.js";
import { withProgress } from "../progress.js";
import { coverage, schemasOf } from "./covered-schemas.js";
import { earlierOf } from "./series-of-drift.js";

/** What live Trino is asked, and what for. */
export interface Observation {
  readonly profile: Profile;
  readonly committed: Side;
  readonly contracts: ReadonlyMap<string, ContractFile>;
  readonly limits: MeasureLimits;
  readonly series: Series;
  readonly state: RunState | null;
  readonly acceptRemovals: boolean;
}

/** Everything drift has to know of live Trino: structure first, then the promises of what can be used. */
export async function observe(port: TrinoPort, given: Observation, io: Io): Promise<LiveTrino> {
  const { profile, committed, state } = given;
  const { views } = await withProgress(io, "Reading views", (onProgress) =>
    observeLive(port, { ...profile, loadTablesRead, onProgress, ...(state && { known: state }) }),
  );
  const missing = missingViews(views, given);
  const { gone, doubtful } = await confirmGone(port, missing);
  const shown = gone.filter((view) => committed.entries.has(viewLabel(view)));
  if (!given.acceptRemovals) refuseSharpFall(committed.entries.size, shown, "concluded");
  const closed = await closedViews(port, views, given);
  const closedLabels = new Set(closed.map(({ view }) => viewLabel(view)));
  const open = views.filter(({ view }) => !closedLabels.has(viewLabel(view)));
  const measured = await measure(port, open, given, io);
  return {
    source: `live:${profile.server}`,
    schemas: schemasOf(profile),
    views: open.map((view) => stateOf(view, measured.get(viewLabel(view.view)), given.series)),
    gone,
    unseen: [...doubtful, ...closed],
  };
}

/** What is known of and not listed: committed, promised, or found to drift by the last run, which may be hidden from this one. */
function missingViews(views: readonly LiveView[], { profile, committed, contracts, series }: Observation): ViewName[] {
  const live = new Set(views.map(({ view }) => viewLabel(view)));
  const names = new Map<string, ViewName>();
  const covers = coverage(profile);
  for (const label of series.keys()) {
    const view = Object.keys(lastLine(series, label)?.findings ?? {}).length > 0 ? viewOfLabel(label) : null;
    if (view && covers(view)) names.set(label, view);
  }
  for (const [label, { name }] of committed.entries) names.set(label, name);
  for (const [label, { contract }] of contracts) {
    const { catalog, schema, name } = contract;
    names.set(label, { catalog, schema, name });
  }
  return [...names].filter(([label]) => !live.has(label)).map(([, name]) => name);
}

async function measure(
  port: TrinoPort,
  views: readonly LiveView[],
  { contracts, limits, series, state }: Observation,
  io: Io,
): Promise<ReadonlyMap<string, MeasuredView>> {
  const promised = views.flatMap(({ view, stored }) => {
    const contract = contracts.get(viewLabel(view))?.contract;
    if (!stored || !contract || contract.promises.status === "retired") return [];
    const last = lastLine(series, viewLabel(view));
    const earlier = last && { asOf: last.asOf, rows: last.mostRows, recentDays: last.measured?.recentDays ?? null };
    return [{ contract, live: stored, earlier }];
  });
  const measured = await withProgress(io, "Measuring promises", (onProgress) =>
    measureLive(port, promised, { ...limits, onProgress, ...(state && { state }) }),
  );
  return new Map(measured.map((each) => [viewLabel(each.view), each]));
}

function stateOf(view: LiveView, found: MeasuredView | undefined, series: Series): LiveViewState {
  const { stored, failure, derived, causes } = view;
  return {
    view: view.view,
    stored,
    failure: failure && { ...failure, causes },
    derived,
    measured: found?.measured ?? null,
    unmeasured: found?.unmeasured ?? [],
    earlier: earlierOf(lastLine(series, viewLabel(view.view))),
  };
}
