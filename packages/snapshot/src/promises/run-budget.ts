import type { Clock } from "../trino/clock.js";

/** What measuring promises may cost. */
export interface MeasureLimits {
  /** How long the statement of one view may take. */
  readonly viewSeconds: number;
  /** How long all of them may take together. */
  readonly runSeconds: number;
  /** How many days the recent window holds. */
  readonly recentDays: number;
  /** A view known to have more rows is asked about recent ones alone. */
  readonly mostRows: number;
}

/** The time of one statement. */
export interface StatementTime {
  readonly seconds: number;
  readonly signal: AbortSignal;
  /** To be called when the statement is done. */
  end(): void;
}

/** The time there is for a whole run; it counts from when it is made. */
export interface RunBudget extends Pick<MeasureLimits, "recentDays" | "mostRows"> {
  /** Time for one more statement; `null` when none is left. */
  begin(): StatementTime | null;
  close(): void;
}

/** Starts the time of a run. */
export function startBudget(limits: MeasureLimits, clock: Clock): RunBudget {
  let isOver = false;
  const running = new Set<AbortController>();
  const stop = clock.after(limits.runSeconds * 1000, () => {
    isOver = true;
    for (const controller of running) controller.abort();
  });
  const begin = (): StatementTime | null => {
    if (isOver) return null;
    const controller = new AbortController();
    const stopTimer = clock.after(limits.viewSeconds * 1000, () => controller.abort());
    running.add(controller);
    const end = () => {
      stopTimer();
      running.delete(controller);
    };
    return { seconds: limits.viewSeconds, signal: controller.signal, end };
  };
  return { recentDays: limits.recentDays, mostRows: limits.mostRows, begin, close: stop };
}
