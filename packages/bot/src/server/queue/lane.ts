import type { Job } from "../job.js";
import { effectOf } from "../task.js";

/** Jobs that are done by doing the last of them. */
export type Batch = readonly [Job, ...Job[]];

/** Work on one pull request, or on one branch: never more than one batch of it at a time. */
export interface Lane {
  readonly jobs: Job[];
  isBusy: boolean;
}

/** The batch of a lane that is to be worked on first, with when it may begin; `null` where nothing is left. */
export function firstBatch({ jobs }: Lane): { readonly batch: Batch; readonly notBefore: number } | null {
  let first: { batch: Batch; notBefore: number } | null = null;
  for (const batch of batches(jobs)) {
    // What came later waits with what failed: GitHub asked for a pause, or is ill.
    const notBefore = Math.max(...batch.map((job) => job.notBefore));
    if (first === null || notBefore < first.notBefore) first = { batch, notBefore };
  }
  return first;
}

function batches(jobs: readonly Job[]): Batch[] {
  const byEffect = new Map<string, [Job, ...Job[]]>();
  for (const job of jobs) {
    const effect = effectOf(job.task);
    const batch = byEffect.get(effect);
    if (batch) batch.push(job);
    else byEffect.set(effect, [job]);
  }
  return [...byEffect.values()];
}
