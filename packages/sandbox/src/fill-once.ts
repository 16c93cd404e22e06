import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { lock } from "proper-lockfile";

/** Waits up to half an hour for another process that is filling the same folder: a slow line needs that for 200 MB. */
const untilOtherIsDone = { retries: 1800, factor: 1, minTimeout: 1000, maxTimeout: 1000 };

/**
 * Makes a folder that is either complete or absent: `fill` works in a neighbour folder that is renamed at the end, and of
 * several processes that want it at once one fills while the others wait for the result.
 */
export async function fillOnce(folder: string, fill: (unfinished: string) => Promise<void>): Promise<void> {
  if (existsSync(folder)) return;
  await mkdir(dirname(folder), { recursive: true });
  const release = await lock(folder, { realpath: false, retries: untilOtherIsDone });
  try {
    if (existsSync(folder)) return;
    await removeUnfinished(folder);
    const unfinished = `${folder}.unfinished-${randomUUID()}`;
    await mkdir(unfinished);
    try {
      await fill(unfinished);
      await rename(unfinished, folder);
    } finally {
      await rm(unfinished, { recursive: true, force: true });
    }
  } finally {
    await release();
  }
}

/** What a process killed while filling left behind; we hold the lock, so nobody is working there. */
async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(dirname(folder))) {
    if (name.startsWith(`${basename(folder)}.unfinished-`)) {
      await rm(join(dirname(folder), name), { recursive: true });
    }
  }
}
