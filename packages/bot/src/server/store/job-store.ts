import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { UserError } from "@schema-gate/contract";
import { type Job, job } from "../job.js";
import { type DoneJobs, openDoneJobs } from "./done-jobs.js";
import { syncFolder, UNFINISHED, writeDurably } from "./write-durably.js";

/** Work on disk: one file for each job that is not done, and the ids of those that are. Only one process may have it open. */
export interface JobStore {
  /** What was not done when the store was opened, oldest first. */
  readonly unfinished: readonly Job[];
  /** Stores a job, or says that one of this id is there or was done. Returns once it would outlive a loss of power. */
  put(job: Job): Promise<"stored" | "known">;
  /** Stores when a job is to be tried again. */
  postpone(job: Job): Promise<void>;
  /** Remembers the ids and forgets everything else. Killed in between, the job is done again, to the same effect. */
  finish(ids: readonly string[]): Promise<void>;
  /** Throws where the folder cannot be written. */
  probe(): Promise<void>;
}

/** As long as a job: a disk that is full still takes empty files. */
const PROBE = " ".repeat(4096);

export async function openJobStore(folder: string, now: () => number): Promise<JobStore> {
  const jobs = join(folder, "jobs");
  await mkdir(jobs, { recursive: true, mode: 0o700 });
  const done = await openDoneJobs(join(folder, "done"), now);
  await done.forget();
  await syncFolder(folder);
  const unfinished = await readJobs(jobs, done);
  const known = new Set(unfinished.map(({ id }) => id));
  /** Those being stored: a delivery sent twice at once is answered twice, once it is safe. */
  const arriving = new Map<string, Promise<void>>();
  const fileOf = (id: string) => join(jobs, `${id}.json`);
  const write = (job: Job) => writeDurably(fileOf(job.id), `${JSON.stringify(job)}\n`);

  return {
    unfinished,
    async put(job) {
      const twin = arriving.get(job.id);
      if (twin !== undefined) await twin;
      if (known.has(job.id) || done.has(job.id)) return "known";
      const storing = write(job).then(() => void known.add(job.id));
      arriving.set(job.id, storing);
      await storing.finally(() => arriving.delete(job.id));
      return "stored";
    },
    postpone: write,
    async finish(ids) {
      await done.add(ids);
      for (const id of ids) {
        await rm(fileOf(id), { force: true });
        known.delete(id);
      }
      await done.forget();
    },
    probe: () => writeDurably(join(folder, "probe"), PROBE),
  };
}

async function readJobs(folder: string, done: DoneJobs): Promise<readonly Job[]> {
  const found: Job[] = [];
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    // Whoever sent the one got no answer; the other was remembered as done, and not forgotten yet.
    if (name.endsWith(UNFINISHED) || done.has(basename(name, ".json"))) await rm(path);
    else found.push(parseJob(await readFile(path, "utf8"), path, name));
  }
  return found.sort((one, other) => one.receivedAt - other.receivedAt);
}

function parseJob(text: string, path: string, name: string): Job {
  const refuse = (reason: string) =>
    new UserError(
      "usage",
      `Cannot read the stored delivery ${path}: ${reason}. Run the version of schema-gate that wrote it, or move the ` +
        "file away: open pull requests without a verdict are found again.",
    );
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refuse("it is not JSON");
  }
  const result = job.safeParse(value);
  if (!result.success) throw refuse(`it is no job of format 1 (${result.error.issues[0]?.path.join(".") ?? ""})`);
  if (`${result.data.id}.json` !== name) throw refuse(`it says it is ${result.data.id}`);
  return result.data;
}
