import type { Job } from "../job.js";
import type { JobStore } from "../store/job-store.js";
import { laneOf } from "../task.js";
import { attempt } from "./attempt.js";
import type { BackOff } from "./back-off.js";
import { type Batch, firstBatch, type Lane } from "./lane.js";
import type { OnAttempt, Work } from "./work.js";

/** What a queue works with. */
export interface QueueOptions {
  readonly store: JobStore;
  readonly work: Work;
  readonly backOff: BackOff;
  /** How many lanes are worked on at the same time. */
  readonly workers: number;
  readonly now: () => number;
  readonly onAttempt: OnAttempt;
  /** The store failed: nothing more can be promised, and the process had better end. */
  readonly onBroken: (error: unknown) => void;
}

/** How a queue stands. Times are milliseconds since 1970, `null` where there is none. */
export interface QueueState {
  readonly pending: number;
  readonly running: number;
  readonly oldestReceived: number | null;
  readonly longestRunningSince: number | null;
  readonly isStopped: boolean;
}

/** Stored work, worked off: lanes beside each other, each in its order, what follows on the same thing collapsed into one. */
export class Queue {
  private readonly lanes = new Map<string, Lane>();
  private readonly running = new Map<Promise<void>, number>();
  private timer: NodeJS.Timeout | undefined;
  private isStopped = false;
  private readonly options: QueueOptions;

  constructor(options: QueueOptions) {
    this.options = options;
  }

  /** Takes on a job that is stored. */
  add(job: Job): void {
    const name = laneOf(job.task);
    const lane = this.lanes.get(name);
    if (lane) lane.jobs.push(job);
    else this.lanes.set(name, { jobs: [job], isBusy: false });
    this.startDue();
  }

  /** Begins nothing more; returns when what runs has ended. What is left stays stored. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await Promise.all(this.running.keys());
  }

  state(): QueueState {
    const jobs = [...this.lanes.values()].flatMap((lane) => lane.jobs);
    const least = (times: readonly number[]) => (times.length === 0 ? null : times.reduce((a, b) => Math.min(a, b)));
    return {
      pending: jobs.length,
      running: this.running.size,
      oldestReceived: least(jobs.map(({ receivedAt }) => receivedAt)),
      longestRunningSince: least([...this.running.values()]),
      isStopped: this.isStopped,
    };
  }

  /** Starts what may begin, as far as there are workers, and comes back when the next may. */
  private startDue(): void {
    clearTimeout(this.timer);
    if (this.isStopped) return;
    const now = this.options.now();
    let next = Number.POSITIVE_INFINITY;
    for (const [name, lane] of this.lanes) {
      if (this.running.size >= this.options.workers) return;
      if (lane.isBusy) continue;
      const first = firstBatch(lane);
      if (first === null) this.lanes.delete(name);
      else if (this.isDue(first.notBefore, now)) this.start(name, lane, first.batch);
      else next = Math.min(next, first.notBefore);
    }
    // Timers hold 32 bits.
    if (next < Number.POSITIVE_INFINITY)
      this.timer = setTimeout(() => this.startDue(), Math.min(next - now, 2 ** 31 - 1));
  }

  /** Nobody was ever told to wait longer than the longest wait: then the clock was put back meanwhile. */
  private isDue(notBefore: number, now: number): boolean {
    return notBefore <= now || notBefore > now + this.options.backOff.longest;
  }

  private start(name: string, lane: Lane, batch: Batch): void {
    lane.isBusy = true;
    const work: Promise<void> = this.workOn(lane, batch)
      .catch((error: unknown) => {
        this.isStopped = true;
        this.options.onBroken(error);
      })
      .then(() => {
        lane.isBusy = false;
        this.running.delete(work);
        // To the end of the row: a busy pull request must not keep the others waiting.
        this.lanes.delete(name);
        this.lanes.set(name, lane);
        this.startDue();
      });
    this.running.set(work, this.options.now());
  }

  private async workOn(lane: Lane, batch: Batch): Promise<void> {
    const { store, work, backOff, now, onAttempt } = this.options;
    const begun = now();
    const result = await attempt(batch, work, backOff);
    if (result.outcome === "postponed") await this.postpone(lane, batch, result.tries, now() + result.wait);
    else {
      await store.finish(batch.map(({ id }) => id));
      for (const job of batch) lane.jobs.splice(lane.jobs.indexOf(job), 1);
    }
    onAttempt({ batch, outcome: result.outcome, error: result.error, milliseconds: now() - begun });
  }

  /** It is enough to store it for one: a batch waits for the latest of its jobs. */
  private async postpone(lane: Lane, batch: Batch, tries: number, notBefore: number): Promise<void> {
    const [first] = batch;
    const later = { ...first, tries, notBefore };
    await this.options.store.postpone(later);
    lane.jobs[lane.jobs.indexOf(first)] = later;
  }
}
