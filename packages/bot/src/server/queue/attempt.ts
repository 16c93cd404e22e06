import { type BackOff, waitAfter } from "./back-off.js";
import type { Batch } from "./lane.js";
import type { Outcome, Work } from "./work.js";

/** How an attempt ended: for good, or to be tried again. */
export type Attempt =
  | { readonly outcome: Exclude<Outcome, "postponed">; readonly error: unknown }
  | { readonly outcome: "postponed"; readonly error: unknown; readonly tries: number; readonly wait: number };

/** Works on a batch once. After enough failures it is said that it cannot be done, and that is tried until it is said. */
export async function attempt(batch: Batch, work: Work, backOff: BackOff): Promise<Attempt> {
  const tries = Math.max(...batch.map((job) => job.tries)) + 1;
  const postponed = (error: unknown): Attempt => ({
    outcome: "postponed",
    error,
    tries,
    wait: waitAfter(tries, backOff),
  });
  try {
    await work.run(batch);
    return { outcome: "done", error: null };
  } catch (error) {
    if (tries < backOff.tries && !work.isHopeless(error)) return postponed(error);
    try {
      await work.giveUp(batch, error);
      return { outcome: "gave-up", error };
    } catch (unsaid) {
      return work.isHopeless(unsaid) ? { outcome: "abandoned", error: unsaid } : postponed(unsaid);
    }
  }
}
