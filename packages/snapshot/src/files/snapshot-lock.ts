import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, unlink, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { UserError } from "@schema-gate/contract";
import { ifMissing, systemErrorCode } from "../system-error.js";

/** Starts with a dot, as everything below `snapshots/` does that is no view. */
const LOCK = ".lock";

/**
 * Runs `work` while nobody else writes below `root`. A lock left behind by a process that ended is taken over. Throws a
 * UserError (`usage`) when another snapshot is being written.
 */
export async function withSnapshotLock<Result>(root: string, work: () => Promise<Result>): Promise<Result> {
  await mkdir(root, { recursive: true });
  const path = join(root, LOCK);
  await takeLock(path);
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function takeLock(path: string): Promise<void> {
  if (await createLock(path)) return;
  const holder = await readFile(path, "utf8").catch(ifMissing(""));
  if (isLeftBehind(holder)) await removeLeftBehind(path, holder);
  if (await createLock(path)) return;
  throw new UserError(
    "usage",
    `Another snapshot is being written: ${path} is held by ${holder.trim() || "somebody"}. Wait for it; if no such process runs, delete that file.`,
  );
}

async function createLock(path: string): Promise<boolean> {
  try {
    await writeFile(path, `process ${process.pid} on ${hostname()}\n`, { flag: "wx" });
    return true;
  } catch (error) {
    if (systemErrorCode(error) === "EEXIST") return false;
    throw error;
  }
}

function isLeftBehind(holder: string): boolean {
  const [, pid, host] = /^process (\d+) on (.+)\n$/.exec(holder) ?? [];
  return pid !== undefined && host === hostname() && !isRunning(Number(pid));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return systemErrorCode(error) !== "ESRCH";
  }
}

/** Moves the lock away first: of two that found it left behind, one could otherwise delete the other's fresh lock. */
async function removeLeftBehind(path: string, holder: string): Promise<void> {
  const aside = `${path}-${randomUUID()}`;
  await rename(path, aside).catch(ifMissing(undefined));
  const moved = await readFile(aside, "utf8").catch(ifMissing(null));
  if (moved === null) return;
  if (moved === holder) await unlink(aside);
  else await rename(aside, path);
}
