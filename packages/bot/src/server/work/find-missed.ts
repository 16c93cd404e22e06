import { randomUUID } from "node:crypto";
import { type Job, newJob } from "../job.js";
import { fullName } from "../repository-id.js";
import type { App } from "./app.js";
import { reviewTask } from "./follow-up.js";

/** Where missed pull requests go, and who hears what went wrong. */
export interface MissedOptions {
  readonly app: App;
  /** Stores and takes on. */
  readonly take: (job: Job) => Promise<void>;
  readonly now: () => number;
  /** One repository that could not be asked keeps none of the others waiting; it is asked again the next time. */
  readonly onError: (repository: string, error: unknown) => void;
  readonly isStopped: () => boolean;
}

/** What was found judged, by repository (`acme/views`): it need not be asked for again. */
export type Judged = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Finds open pull requests that do not stand judged as they are now, because a delivery got lost, and takes them on. Returns
 * how many, and what the next search need not ask for.
 */
export async function findMissed(
  options: MissedOptions,
  before: Judged,
): Promise<{ readonly count: number; readonly judged: Judged }> {
  const judged = new Map<string, ReadonlySet<string>>();
  let count = 0;
  for await (const repository of options.app.repositories()) {
    if (options.isStopped()) break;
    const name = fullName(repository);
    try {
      const found = await options.app.at(repository).findUnjudged(before.get(name) ?? new Set());
      judged.set(name, found.judged);
      const groups = found.mergeGroups.map((group) => ({ kind: "merge-group", repository, ...group }) as const);
      for (const task of [...groups, ...found.pullRequests.map((number) => reviewTask(repository, number))]) {
        await options.take(newJob(`missed-${randomUUID()}`, task, options.now()));
        count += 1;
      }
    } catch (error) {
      options.onError(name, error);
    }
  }
  return { count, judged };
}
