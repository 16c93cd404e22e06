import { healthOf } from "./health.js";
import { appServer } from "./http/app-server.js";
import type { Receiving } from "./http/receive-delivery.js";
import { listen } from "./listen.js";
import type { Log } from "./log.js";
import { logAttempt } from "./log-attempt.js";
import { createMetrics } from "./metrics.js";
import { defaultBackOff } from "./queue/back-off.js";
import { Queue } from "./queue/queue.js";
import type { OnAttempt } from "./queue/work.js";
import type { Settings } from "./settings/settings.js";
import { lockFolder } from "./store/folder-lock.js";
import { type JobStore, openJobStore } from "./store/job-store.js";
import type { App } from "./work/app.js";
import { appWork } from "./work/app-work.js";
import { followUpIn } from "./work/follow-up.js";
import { searchForMissed } from "./work/search-for-missed.js";

/** A server that runs. */
export interface Serving {
  /** Where it listens, as in `http://127.0.0.1:3000`. */
  readonly url: string;
  /** Takes nothing more in and returns when what runs has ended; what is left stays stored for the next start. */
  stop(): Promise<void>;
}

/** What a server runs with. */
export interface ServeWith {
  readonly settings: Settings;
  readonly app: App;
  readonly log: Log;
  readonly now: () => number;
  /** The state can no longer be stored: whoever runs it ends the process, and nothing that was answered is lost. */
  readonly onBroken: (error: unknown) => void;
}

/** Takes deliveries in and works them off, those of earlier runs first. */
export async function serve({ settings, app, log, now, onBroken }: ServeWith): Promise<Serving> {
  const unlock = await lockFolder(settings.state);
  const store = await openJobStore(settings.state, now);
  const metrics = createMetrics(() => queue.state(), now);
  const onAttempt: OnAttempt = (attempt) => {
    metrics.onAttempt(attempt);
    logAttempt(log, attempt);
  };
  const followUp = followUpIn(store, (job) => queue.add(job), now);
  const work = appWork(app, followUp, () => new Date(now()).toISOString().slice(0, 10));
  const backOff = { ...defaultBackOff, first: settings.firstWait };
  const queue = new Queue({ store, work, backOff, workers: settings.workers, now, onAttempt, onBroken });
  const server = appServer({
    receiving: receivingOf(settings, log, now, store, queue),
    health: () => healthOf(store, queue, now),
    metrics: metrics.read,
    onReceived: metrics.onReceived,
    onError: (error) => log.error({ err: error }, "a request failed"),
  });
  const url = await listen(server, settings);
  log.info({ url, pending: store.unfinished.length }, "listening");
  for (const job of store.unfinished) queue.add(job);
  const { onSearched } = metrics;
  const search = searchForMissed({ app, store, queue, log, now, every: settings.searchEvery, onSearched });
  return {
    url,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      await Promise.all([closed, search.stop(), queue.stop()]);
      await unlock();
    },
  };
}

function receivingOf(
  { webhookSecret, appId }: Settings,
  log: Log,
  now: () => number,
  store: JobStore,
  queue: Queue,
): Receiving {
  return {
    secret: webhookSecret,
    appId,
    store,
    now,
    onStored: (job) => queue.add(job),
    onUnreadable: (id, event, reason) => log.error({ id, event, reason }, "a delivery cannot be read"),
  };
}
