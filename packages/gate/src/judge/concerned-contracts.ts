import { posix } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { ContractFile, Job } from "@schema-gate/contract";
import type { LoadedJobs } from "../jobs/load-jobs.js";
import type { Side, Sides } from "../sides/side.js";

/** The contracts of both sides, by the labels of their views. */
export type ContractsOfSides = { readonly [Which in keyof Sides]: ReadonlyMap<string, ContractFile> };

/**
 * The contracts that what is said of jobs can have changed in: those that changed, and those that name a job or an account
 * that one of them names, a job that changed itself, or SQL that came or went. Of the others, which say the same on both
 * sides, none is parsed.
 */
export async function concernedContracts(
  { before, after }: Sides,
  labels: readonly string[],
  jobs: { readonly before: LoadedJobs; readonly after: LoadedJobs },
): Promise<ContractsOfSides> {
  const changed = await Promise.all([before, after].map((side) => read(side, labels)));
  const named = changed.flatMap((files) => [...files.values()].flatMap(namesIn));
  // Where jobs came to a repository that had none, every name of one is looked for now.
  const isAll = (jobs.before.jobs.length === 0) !== (jobs.after.jobs.length === 0);
  const words = isAll
    ? null
    : new Set([...named, ...changedJobs(jobs.before.jobs, jobs.after.jobs), ...movedSql(jobs.before, jobs.after)]);
  const [was, is] = await Promise.all(
    [before, after].map(async (side) => read(side, [...new Set([...labels, ...(await holding(side, words))])])),
  );
  return { before: was ?? new Map(), after: is ?? new Map() };
}

async function read({ contracts }: Side, labels: readonly string[]): Promise<ReadonlyMap<string, ContractFile>> {
  return (await contracts?.read(labels)) ?? new Map<string, ContractFile>();
}

function namesIn({ contract }: ContractFile): string[] {
  const { job, serviceAccount } = contract.promises.filling;
  return [job === null ? null : posix.basename(job), serviceAccount].filter((name) => name !== null);
}

/** The names of jobs that are others now, wherever their files stand: a job may load its tasks from anywhere, and they their SQL. */
function changedJobs(before: readonly Job[], after: readonly Job[]): string[] {
  const [was, now] = [byFolder(before), byFolder(after)];
  const folders = [...new Set([...was.keys(), ...now.keys()])];
  return folders
    .filter((folder) => !isDeepStrictEqual(was.get(folder), now.get(folder)))
    .map((folder) => posix.basename(folder));
}

function byFolder(jobs: readonly Job[]): ReadonlyMap<string, Job> {
  return new Map(jobs.map((job) => [job.folder, job]));
}

/** The names of SQL files that came or went: a contract may name one that no task of a job reads. */
function movedSql({ texts: was }: LoadedJobs, { texts: now }: LoadedJobs): string[] {
  const paths = [...was.keys(), ...now.keys()].filter((path) => was.has(path) !== now.has(path));
  return paths.filter((path) => path.endsWith(".sql")).map((path) => posix.basename(path));
}

/** The labels of the contracts whose text may hold one of the words; of all of them for `null`. */
async function holding({ contracts }: Side, words: ReadonlySet<string> | null): Promise<readonly string[]> {
  if (contracts === null) return [];
  // In YAML only an escape, a doubled quote or a line end may hide a word.
  if (words === null || [...words].some((word) => /['\s]/.test(word))) return [...contracts.entries.keys()];
  const texts = await contracts.texts();
  return [...texts]
    .filter(([, text]) => text.includes("\\") || [...words].some((word) => text.includes(word)))
    .map(([label]) => label);
}
