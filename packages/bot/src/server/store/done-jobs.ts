import { mkdir, open, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { syncFolder } from "./write-durably.js";

/** How long the ids of done deliveries are remembered, in days. GitHub lets a delivery be sent again for three. */
export const DAYS_REMEMBERED = 7;
const DAY = 24 * 60 * 60 * 1000;

/** The ids of what was done, and nothing else of it: one empty file each, in a folder for each day (UTC). */
export interface DoneJobs {
  has(id: string): boolean;
  /** Returns once it would outlive the machine losing power. */
  add(ids: readonly string[]): Promise<void>;
  /** Forgets the days that are over. */
  forget(): Promise<void>;
}

export async function openDoneJobs(folder: string, now: () => number): Promise<DoneJobs> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const days = new Map<string, Set<string>>();
  for (const day of await readdir(folder)) days.set(day, new Set(await readdir(join(folder, day))));

  return {
    has: (id) => [...days.values()].some((ids) => ids.has(id)),
    async add(ids) {
      const day = dayOf(now());
      const path = join(folder, day);
      if (!days.has(day)) {
        await mkdir(path, { recursive: true, mode: 0o700 });
        await syncFolder(folder);
        if (!days.has(day)) days.set(day, new Set());
      }
      for (const id of ids) await (await open(join(path, id), "w", 0o600)).close();
      await syncFolder(path);
      for (const id of ids) days.get(day)?.add(id);
    },
    async forget() {
      const first = dayOf(now() - DAYS_REMEMBERED * DAY);
      for (const day of [...days.keys()].filter((each) => each < first)) {
        days.delete(day);
        await rm(join(folder, day), { recursive: true, force: true });
      }
    },
  };
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
