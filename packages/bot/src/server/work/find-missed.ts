import { randomUUID } from "node:crypto";
import { type Job, newJob } from "../job.js";
import { fullName, type RepositoryId } from "../repository-id.js";
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

/** Pull requests and their heads, `acme/views#7 <commit>`, whose check was seen concluded: they need not be asked for again. */
export type Concluded = ReadonlySet<string>;

/**
 * Finds open pull requests whose newest commit has no verdict of ours, because a delivery got lost, and takes them on. Returns
 * how many, and what the next search need not ask for.
 */
export async function findMissed(
  options: MissedOptions,
  before: Concluded,
): Promise<{ readonly count: number; readonly concluded: Concluded }> {
  const concluded = new Set<string>();
  let count = 0;
  for await (const repository of options.app.repositories()) {
    if (options.isStopped()) break;
    try {
      for (const found of await unconcluded(repository, options.app, before, concluded)) {
        await options.take(newJob(`missed-${randomUUID()}`, reviewTask(repository, found), options.now()));
        count += 1;
      }
    } catch (error) {
      options.onError(fullName(repository), error);
    }
  }
  return { count, concluded };
}

async function unconcluded(
  repository: RepositoryId,
  app: App,
  before: Concluded,
  concluded: Set<string>,
): Promise<readonly number[]> {
  const at = app.at(repository);
  const missed: number[] = [];
  for (const { number, head } of await at.openPullRequests(null)) {
    const key = `${fullName(repository)}#${number} ${head}`;
    if (before.has(key) || (await at.isConcluded(head))) concluded.add(key);
    else missed.push(number);
  }
  return missed;
}
