import { type Contract, UserError, type ViewName } from "@schema-gate/contract";
import { systemErrorCode, systemErrorText } from "../system-error.js";
import { type Replaced, replaceSnapshots } from "./replace-snapshots.js";
import { completeInterrupted } from "./replacement.js";
import { withSnapshotLock } from "./snapshot-lock.js";

/**
 * Writes snapshot files below `root` and removes those of `removed`, alone and whole; histories are not kept. Throws a
 * UserError (`usage`) when it may not.
 */
export async function writeSnapshots(
  root: string,
  contracts: readonly Contract[],
  removed: readonly ViewName[] = [],
): Promise<Replaced> {
  return await writingBelow(root, async () => {
    const { broken: _, ...replaced } = await replaceSnapshots(root, { contracts, removed, lost: [], recording: null });
    return replaced;
  });
}

/**
 * Runs work that writes below `root` while nobody else does, after what a stopped run left undone. Turns what the file system
 * refuses (no rights, disk full, a file where a folder should be) into a sentence.
 */
export async function writingBelow<Result>(root: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await withSnapshotLock(root, async () => {
      await completeInterrupted(root);
      return await work();
    });
  } catch (error) {
    if (systemErrorCode(error) === null) throw error;
    throw new UserError(
      "usage",
      `Cannot write the snapshots: ${systemErrorText(error)}. Files not yet replaced are as they were.`,
      { cause: error },
    );
  }
}
