import type { Queue } from "./queue/queue.js";
import type { JobStore } from "./store/job-store.js";

/** How the server is. `reason` is the first thing that is wrong, or `null`. */
export interface Health {
  readonly isWell: boolean;
  readonly reason: string | null;
  readonly pending: number;
  readonly running: number;
}

/** No judgement takes as long, however often GitHub makes it wait: 30 minutes, in milliseconds. */
const LONGEST_RUN = 30 * 60_000;

/** Whether deliveries can be stored and are worked off. */
export async function healthOf(store: JobStore, queue: Queue, now: () => number): Promise<Health> {
  const { pending, running, isStopped, longestRunningSince } = queue.state();
  const isStuck = longestRunningSince !== null && now() - longestRunningSince > LONGEST_RUN;
  const reason = isStopped
    ? "stopping"
    : isStuck
      ? "a job is stuck"
      : (await isWritable(store))
        ? null
        : "store not writable";
  return { isWell: reason === null, reason, pending, running };
}

async function isWritable(store: JobStore): Promise<boolean> {
  return store.probe().then(
    () => true,
    () => false,
  );
}
