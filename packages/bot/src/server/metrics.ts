import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { events } from "./events/read-event.js";
import type { Reception } from "./http/receive-delivery.js";
import type { QueueState } from "./queue/queue.js";
import type { OnAttempt } from "./queue/work.js";

/** What is counted, in one place. */
export interface Metrics {
  readonly onReceived: (event: string, reception: Reception) => void;
  readonly onAttempt: OnAttempt;
  /** A search for missed pull requests ended. */
  readonly onSearched: (found: number) => void;
  /** All of it as Prometheus reads it. */
  readonly read: () => Promise<{ readonly type: string; readonly text: string }>;
}

export function createMetrics(queue: () => QueueState, now: () => number): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const received = new Counter({
    name: "schema_gate_deliveries_total",
    help: "Webhook deliveries by event and what became of them.",
    labelNames: ["event", "reception"],
    registers,
  });
  const attempts = new Counter({
    name: "schema_gate_attempts_total",
    help: "Attempts at stored work by kind and how they ended.",
    labelNames: ["kind", "outcome"],
    registers,
  });
  const seconds = new Histogram({
    name: "schema_gate_attempt_seconds",
    help: "How long attempts took.",
    labelNames: ["kind"],
    buckets: [0.1, 0.5, 1, 2, 5, 10, 30, 60, 300],
    registers,
  });
  const missed = new Counter({
    name: "schema_gate_missed_total",
    help: "Open pull requests found without a verdict on their newest commit.",
    registers,
  });
  const searches = new Counter({
    name: "schema_gate_searches_total",
    help: "Finished searches for open pull requests without a verdict.",
    registers,
  });
  queueGauges(registers, queue, now);
  return {
    // The header is no part of what is signed: strangers must not be able to make series.
    onReceived: (event, reception) => received.inc({ event: events.includes(event) ? event : "other", reception }),
    onAttempt: ({ batch: [{ task }], outcome, milliseconds }) => {
      attempts.inc({ kind: task.kind, outcome });
      seconds.observe({ kind: task.kind }, milliseconds / 1000);
    },
    onSearched: (found) => {
      searches.inc();
      missed.inc(found);
    },
    read: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
}

function queueGauges(registers: Registry[], queue: () => QueueState, now: () => number): void {
  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value());
      },
    });
  gauge("schema_gate_pending_jobs", "Stored work that is not done.", () => queue().pending);
  gauge("schema_gate_running_jobs", "Work being done now.", () => queue().running);
  gauge("schema_gate_oldest_pending_seconds", "Age of the oldest stored work.", () => {
    const { oldestReceived } = queue();
    return oldestReceived === null ? 0 : (now() - oldestReceived) / 1000;
  });
}
