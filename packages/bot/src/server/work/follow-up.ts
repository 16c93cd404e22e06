import { type Job, newJob } from "../job.js";
import type { RepositoryId } from "../repository-id.js";
import type { JobStore } from "../store/job-store.js";

/** Has pull requests judged because of a job: stored before the job counts as done, and once however often it is tried. */
export type FollowUp = (cause: Job, pullRequests: readonly number[]) => Promise<void>;

export function followUpIn(store: JobStore, add: (job: Job) => void, now: () => number): FollowUp {
  return async (cause, pullRequests) => {
    for (const pullRequest of pullRequests) {
      const job = newJob(`${cause.id}.${pullRequest}`, reviewTask(cause.task.repository, pullRequest), now());
      if ((await store.put(job)) === "stored") add(job);
    }
  };
}

/** Judge this one pull request. */
export function reviewTask(repository: RepositoryId, pullRequest: number): Job["task"] {
  return { kind: "review", repository, pullRequest, otherHeads: [] };
}
