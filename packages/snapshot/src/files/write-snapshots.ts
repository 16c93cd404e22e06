import { type Contract, UserError, type ViewName } from "@schema-gate/contract";
import { systemErrorCode, systemErrorText } from "../system-error.js";
import { type Replaced, replaceSnapshots } from "./replace-snapshots.js";
import { withSnapshotLock } from "./snapshot-lock.js";

/** Writes snapshot files below `root` and removes those of `removed`, alone and whole. Throws a UserError (`usage`) when it may not. */
export async function writeSnapshots(
  root: string,
  contracts: readonly Contract[],
  removed: readonly ViewName[] = [],
): Promise<Replaced> {
  return await namingFiles(() => withSnapshotLock(root, () => replaceSnapshots(root, contracts, removed)));
}

/** Turns what the file system refuses (no rights, disk full, a file where a folder should be) into a sentence. */
export async function namingFiles<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (systemErrorCode(error) === null) throw error;
    throw new UserError(
      "usage",
      `Cannot write the snapshots: ${systemErrorText(error)}. Files not yet replaced are as they were.`,
      { cause: error },
    );
  }
}
