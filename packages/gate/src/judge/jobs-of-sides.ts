import type { Config } from "@schema-gate/contract";
import type { LoadedJobs } from "../jobs/load-jobs.js";
import { notUtf8 } from "../sides/file-side.js";
import type { Side, Sides } from "../sides/side.js";
import { type ChangedViews, countViews, labelsOfChangedContracts } from "./changed-views.js";

/** The jobs of both sides. */
export interface JobsOfSides {
  readonly before: LoadedJobs;
  readonly after: LoadedJobs;
}

/**
 * The jobs that a change is judged with; `null` where there can be none, where all is adopted (lint says how that stands), and
 * where neither they nor a contract changed. Those whose files are known to be the same on both sides are read once.
 */
export async function jobsOfSides(sides: Sides, config: Config, changes: ChangedViews): Promise<JobsOfSides | null> {
  const { before, after } = sides;
  if (!after.jobs || countViews(before) === 0) return null;
  const areSame = await haveSameFiles(sides, config);
  if (areSame && labelsOfChangedContracts(sides, changes).length === 0) return null;
  const reading = loadJobs(before, config);
  const [was, now] = await Promise.all([reading, areSame ? reading : loadJobs(after, config)]);
  requireSearchable(was, now);
  return { before: was, after: now };
}

/** Merged, SQL that cannot be searched for readers would stop every change that may break anybody, whatever its view. */
function requireSearchable(was: LoadedJobs, now: LoadedJobs): void {
  for (const [file, text] of now.texts) {
    if (text === null && file.endsWith(".sql") && was.texts.get(file) !== null) throw notUtf8(file);
  }
}

/** The jobs of a side. */
export async function loadJobs({ jobs }: Side, { jobFolders }: Config): Promise<LoadedJobs> {
  return (await jobs?.(jobFolders)) ?? { jobs: [], texts: new Map() };
}

async function haveSameFiles({ before, after }: Sides, { jobFolders }: Config): Promise<boolean> {
  const [was, now] = await Promise.all([before.jobFiles?.(jobFolders), after.jobFiles?.(jobFolders)]);
  return was !== undefined && now !== undefined && haveSame(was, now);
}

/** Whether two hold the same under the same paths. */
export function haveSame(one: ReadonlyMap<string, string | null>, other: ReadonlyMap<string, string | null>): boolean {
  return one.size === other.size && [...one].every(([path, held]) => other.has(path) && other.get(path) === held);
}
