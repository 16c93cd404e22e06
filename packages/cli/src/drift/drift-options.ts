import { UserError } from "@schema-gate/contract";
import type { MeasureLimits } from "@schema-gate/snapshot";
import type { JudgingOptions } from "../judging-options.js";

/** The options of `schema-diff drift`, as commander hands them over. */
export interface DriftOptions extends JudgingOptions {
  readonly snapshots: string;
  readonly schemas: string;
  readonly series?: string;
  readonly state?: string;
  readonly acceptRemovals?: boolean;
  readonly viewSeconds: string;
  readonly runMinutes: string;
  readonly recentDays: string;
  readonly mostRows: string;
  readonly verbose?: boolean;
}

/** A statement ends by our own limit before the profile's, which speaks of a server that does not answer. */
const SHARE_OF_QUERY_TIME = 0.9;

/** What measuring promises may cost, checked; one view never has longer than any statement of the profile. */
export function limitsOf(options: DriftOptions, querySeconds: number): MeasureLimits {
  const viewSeconds = positive("--view-seconds", options.viewSeconds);
  return {
    viewSeconds: Math.min(viewSeconds, querySeconds * SHARE_OF_QUERY_TIME),
    runSeconds: positive("--run-minutes", options.runMinutes) * 60,
    recentDays: Math.ceil(positive("--recent-days", options.recentDays)),
    mostRows: positive("--most-rows", options.mostRows),
  };
}

/** More than this no timer can wait. */
const MOST = 1e12;

function positive(option: string, text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && value > 0 && value <= MOST) return value;
  throw new UserError("usage", `${option} ${JSON.stringify(text)} is not a number above 0.`);
}
