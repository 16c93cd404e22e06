import type { Batch } from "./lane.js";

/** What is done with a batch. Everything is by desired state: done twice is done once. */
export interface Work {
  /** Does it, or throws. */
  run(batch: Batch): Promise<void>;
  /** Says where people look that it could not be done, or throws. */
  giveUp(batch: Batch, error: unknown): Promise<void>;
  /** Whether trying again can help; not where the repository is gone or a permission is missing. */
  isHopeless(error: unknown): boolean;
}

/** How an attempt ended. `abandoned`: it could neither be done nor be said so, and never will. */
export type Outcome = "done" | "postponed" | "gave-up" | "abandoned";

/** Told of every attempt, for logs and metrics. */
export type OnAttempt = (attempt: {
  readonly batch: Batch;
  readonly outcome: Outcome;
  readonly error: unknown;
  readonly milliseconds: number;
}) => void;
