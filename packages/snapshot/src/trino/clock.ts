import { setTimeout as sleep } from "node:timers/promises";

/** How time passes for the adapter; tests bring their own. */
export interface Clock {
  /** Resolves after so many milliseconds, rejects when the signal aborts. */
  wait(milliseconds: number, signal: AbortSignal): Promise<unknown>;
  /** Calls `run` after so many milliseconds, unless the function it returns is called before. */
  after(milliseconds: number, run: () => void): () => void;
}

/** Time as it is. */
export const systemClock: Clock = {
  wait: (milliseconds, signal) => sleep(milliseconds, undefined, { signal }),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};
