import { type Job, newJob } from "../job.js";
import type { RepositoryId } from "../repository-id.js";

/** A repository for tests. */
export const views: RepositoryId = { owner: "acme", name: "views", installation: 7 };

/** A commit id of one digit. */
export const commit = (digit: string): string => digit.repeat(40);

/** Work on one pull request. */
export function reviewJob(id: string, pullRequest: number, otherHeads: string[] = [], receivedAt = 0): Job {
  return newJob(id, { kind: "review", repository: views, pullRequest, otherHeads }, receivedAt);
}
