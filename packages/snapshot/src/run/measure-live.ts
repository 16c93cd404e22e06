import {
  type Contract,
  type Measured,
  type Promises,
  type Unmeasured,
  type ViewName,
  viewLabel,
} from "@schema-gate/contract";
import pMap from "p-map";
import { CONCURRENT_STATEMENTS } from "../live/concurrent-statements.js";
import type { SnapshotProgress } from "../live/take-snapshot.js";
import { wholeReadFailed } from "../live/whole-read-failed.js";
import { allUnmeasured, measureView } from "../promises/measure-view.js";
import { isEmptyPlan, type MeasurePlan, planMeasures, promisesOfPlan } from "../promises/plan-measures.js";
import { type MeasureLimits, startBudget } from "../promises/run-budget.js";
import { type Clock, systemClock } from "../trino/clock.js";
import { TrinoError } from "../trino/trino-error.js";
import type { TrinoPort } from "../trino/trino-port.js";
import type { RunState } from "./run-state.js";

/** A view whose contract promises something of its rows, as live Trino has it. */
export interface PromisedView {
  readonly contract: Contract & { readonly promises: Promises };
  readonly live: Contract;
  /** What the last run found, if there was one. */
  readonly earlier: { readonly asOf: string; readonly rows: number | null; readonly recentDays: number | null } | null;
}

/** What became of the promises of one view. */
export interface MeasuredView {
  readonly view: ViewName;
  /** `null` where nothing could be measured, or there was nothing to measure. */
  readonly measured: Measured | null;
  readonly unmeasured: readonly Unmeasured[];
}

/** How promises are measured. */
export interface MeasureOptions extends MeasureLimits {
  readonly state?: Pick<RunState, "recallMeasured" | "keepMeasured">;
  readonly onProgress?: (progress: SnapshotProgress) => void;
  readonly clock?: Clock;
}

/**
 * Measures the promises of views on their rows, one aggregate statement each, a few at a time, within the budget. Those
 * that nobody looked at for longest come first, so that a budget too small for all still gets round to each.
 */
export async function measureLive(
  port: TrinoPort,
  views: readonly PromisedView[],
  options: MeasureOptions,
): Promise<readonly MeasuredView[]> {
  const { state, onProgress, clock = systemClock } = options;
  const budget = startBudget(options, clock);
  let done = 0;
  const measure = async ({ contract, live, earlier }: PromisedView): Promise<MeasuredView> => {
    const { catalog, schema, name } = contract;
    const view = { catalog, schema, name };
    const plan = planMeasures(contract, live);
    const onlyRecent = earlier !== null && (earlier.recentDays !== null || (earlier.rows ?? 0) > budget.mostRows);
    const known = state?.recallMeasured(view, plan) ?? null;
    const outcome = isEmptyPlan(plan)
      ? null
      : known
        ? { measured: known }
        : await measureView(port, { view, plan, onlyRecent }, budget);
    onProgress?.({ done: ++done, total: views.length });
    if (outcome === null) return { view, measured: null, unmeasured: plan.unmeasured };
    if ("reason" in outcome)
      return { view, measured: null, unmeasured: [...plan.unmeasured, ...missed(plan, contract, outcome.reason)] };
    if (!known) state?.keepMeasured(view, plan, outcome.measured);
    return { view, measured: outcome.measured, unmeasured: plan.unmeasured };
  };
  try {
    return await pMap(longestWaitingFirst(views), measure, { concurrency: CONCURRENT_STATEMENTS });
  } catch (error) {
    throw error instanceof TrinoError ? wholeReadFailed(port, error) : error;
  } finally {
    budget.close();
  }
}

function missed(plan: MeasurePlan, { promises }: PromisedView["contract"], reason: string): Unmeasured[] {
  return allUnmeasured(promisesOfPlan(plan, promises), reason);
}

function longestWaitingFirst(views: readonly PromisedView[]): PromisedView[] {
  const keyed = views.map((view) => ({ view, key: `${view.earlier?.asOf ?? ""} ${viewLabel(view.contract)}` }));
  return keyed.sort((one, other) => (one.key < other.key ? -1 : 1)).map(({ view }) => view);
}
