import { setTimeout as wait } from "node:timers/promises";
import type { Log } from "./log.js";
import type { Serving } from "./serve.js";

/** What the operating system tells the process. */
export interface Signals {
  once(signal: "SIGTERM" | "SIGINT", listener: () => void): unknown;
}

/** How long work in progress may take to end, in milliseconds; whoever stops services kills them soon after. */
const GRACE = 20_000;

/** How a server ended. */
export type Ending = "stopped" | "broken";

/**
 * Waits for a signal (or for `broken`), then stops in order: what runs may end, and what does not is put back, for it is still
 * stored. A second signal ends at once.
 */
export async function untilStopped(
  serving: Serving,
  broken: Promise<void>,
  signals: Signals,
  log: Log,
): Promise<Ending> {
  const signalled = nextSignal(signals);
  const ending = await Promise.race([signalled.then(() => "stopped" as const), broken.then(() => "broken" as const)]);
  const again = nextSignal(signals);
  log.info("stopping");
  const grace = new AbortController();
  const isDone = await Promise.race([
    serving.stop().then(() => true),
    again.then(() => false),
    wait(GRACE, false, { signal: grace.signal, ref: false }),
  ]);
  grace.abort();
  log.info(isDone ? "stopped" : "stopped before all was done; the rest is stored");
  return ending;
}

function nextSignal(signals: Signals): Promise<void> {
  return new Promise((resolve) => {
    signals.once("SIGTERM", resolve);
    signals.once("SIGINT", resolve);
  });
}
