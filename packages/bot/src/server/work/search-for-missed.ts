import type { Log } from "../log.js";
import type { Queue } from "../queue/queue.js";
import type { JobStore } from "../store/job-store.js";
import type { App } from "./app.js";
import { findMissed, type Judged } from "./find-missed.js";

/** What a repeated search works with; `every` is in milliseconds. */
export interface SearchOptions {
  readonly app: App;
  readonly store: JobStore;
  readonly queue: Queue;
  readonly log: Log;
  readonly now: () => number;
  readonly every: number;
  readonly onSearched: (found: number) => void;
}

/** Searches now and again and again for pull requests whose delivery got lost, one search at a time. */
export function searchForMissed(options: SearchOptions): { stop(): Promise<void> } {
  const { app, store, queue, log, now, every, onSearched } = options;
  let judged: Judged = new Map();
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  const search = async () => {
    try {
      const found = await findMissed(
        {
          app,
          take: async (job) => {
            if ((await store.put(job)) === "stored") queue.add(job);
          },
          now,
          onError: (repository, error) => log.warn({ repository, err: error }, "cannot be searched"),
          isStopped: () => isStopped,
        },
        judged,
      );
      judged = found.judged;
      onSearched(found.count);
      if (found.count > 0) log.info({ count: found.count }, "pull requests without a verdict found");
    } catch (error) {
      log.warn({ err: error }, "repositories cannot be listed; searched again later");
    }
    if (!isStopped) timer = setTimeout(again, every);
  };
  const again = () => {
    running = search();
  };
  let running = search();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
