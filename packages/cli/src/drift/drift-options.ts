import { UserError } from "@schema-gate/contract";
import type { MeasureLimits } from "@schema-gate/snapshot";
import type { JudgingOptions } from "../judging-options.js";

/** The options of `schema-diff drift`, as commander hands them over. */
export interface DriftOptions extends JudgingOptions {
  readonly snapshots: string;
  readonly schemas: string;
  readonly series?: string;
  readonly observed?: string;
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
  const viewSeconds = positive("--view-seconds", options.viewSeconds, DAY_SECONDS);
  return {
    viewSeconds: Math.min(viewSeconds, querySeconds * SHARE_OF_QUERY_TIME),
    runSeconds: positive("--run-minutes", options.runMinutes, DAY_SECONDS / 60) * 60,
    recentDays: Math.ceil(positive("--recent-days", options.recentDays, 36_500)),
    mostRows: positive("--most-rows", options.mostRows, Number.MAX_SAFE_INTEGER),
  };
}

const DAY_SECONDS = 86_400;

function positive(option: string, text: string, most: number): number {
  const value = Number(text);
  if (text.trim() !== "" && value > 0 && value <= most) return value;
  throw new UserError("usage", `${option} ${JSON.stringify(text)} is not a number above 0 and up to ${most}.`);
}
