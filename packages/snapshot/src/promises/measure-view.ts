import type { Measured, Unmeasured, ViewName } from "@schema-gate/contract";
import * as z from "zod";
import { readRows } from "../live/read-rows.js";
import { isServerTrouble, TrinoError } from "../trino/trino-error.js";
import type { TrinoPort } from "../trino/trino-port.js";
import { type MeasureStatement, measureStatement } from "./measure-sql.js";
import type { MeasurePlan } from "./plan-measures.js";
import type { RunBudget } from "./run-budget.js";

/** What the rows of one view were found to hold, or one sentence why that cannot be told. */
export type MeasureOutcome = { readonly measured: Measured } | { readonly reason: string };

/** How one view is asked. */
export interface ViewMeasure {
  readonly view: ViewName;
  readonly plan: MeasurePlan;
  /** Whether to look at recent rows from the start, since all are known to be too many. */
  readonly onlyRecent: boolean;
}

/**
 * Asks one view by one aggregate statement within its share of the budget. Where all rows take too long, recent ones are
 * looked at instead, if the contract names a column that tells which they are. Throws when the server itself cannot be asked.
 */
export async function measureView(
  port: TrinoPort,
  { view, plan, onlyRecent }: ViewMeasure,
  budget: RunBudget,
): Promise<MeasureOutcome> {
  const recent = plan.window === null ? null : measureStatement(view, plan, budget.recentDays);
  if (onlyRecent && recent) return attempt(port, recent, budget);
  const whole = await attempt(port, measureStatement(view, plan, null), budget);
  if ("measured" in whole || !whole.isTooMuch || !recent) return whole;
  return attempt(port, recent, budget);
}

/** The promises of a plan, none of them measured for one and the same reason. */
export function allUnmeasured(
  promises: readonly Omit<Unmeasured, "reason" | "isLasting">[],
  reason: string,
): Unmeasured[] {
  return promises.map((each) => ({ ...each, reason, isLasting: false }));
}

type Attempt = { readonly measured: Measured } | { readonly reason: string; readonly isTooMuch: boolean };

// The adapter hands integers on as text where a number cannot hold them: counts never get there, moments of year 300000 do.
const cell = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d+$/)
    .transform(Number),
  z.null(),
]);

async function attempt(port: TrinoPort, { sql, read }: MeasureStatement, budget: RunBudget): Promise<Attempt> {
  const time = budget.begin();
  if (time === null) return { reason: "The time for this run was used up before its turn.", isTooMuch: false };
  try {
    const [row] = await readRows(port, sql, z.array(cell), time.signal);
    return row ? { measured: read(row) } : { reason: "Trino answered without a row.", isTooMuch: false };
  } catch (error) {
    if (time.signal.aborted) return { reason: `It took longer than ${time.seconds} s.`, isTooMuch: true };
    if (!(error instanceof TrinoError)) throw error;
    const isTooMuch = error.errorName.startsWith("EXCEEDED_");
    if (isServerTrouble(error) && !isTooMuch) throw error;
    return { reason: `Trino says: ${error.reason} (${error.errorName}).`, isTooMuch };
  } finally {
    time.end();
  }
}
