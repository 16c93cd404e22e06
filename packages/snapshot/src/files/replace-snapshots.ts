import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Contract, printSnapshot, snapshotPath, type ViewName } from "@schema-gate/contract";
import pMap from "p-map";
import { ifMissing } from "../system-error.js";

/** What became of the files. */
export interface Replaced {
  readonly written: readonly ViewName[];
  readonly unchanged: readonly ViewName[];
  readonly removed: readonly ViewName[];
}

/** Starts with a dot, as everything below `snapshots/` does that is no view; on the same file system, so that a rename is whole. */
const STAGING = ".staging";
const CONCURRENT_FILES = 16;

/**
 * Brings the files below `root` up to date, the caller holding the lock. All new bytes are on disk before the first file
 * is replaced; each is then replaced whole by a rename, and files of removed views go last. Stopped at any point, the same
 * call completes it. Files whose bytes stay the same are not touched.
 */
export async function replaceSnapshots(
  root: string,
  contracts: readonly Contract[],
  removed: readonly ViewName[],
): Promise<Replaced> {
  const staging = join(root, STAGING);
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging);
  try {
    const staged = await pMap(contracts, (contract, index) => stage(root, join(staging, `${index}`), contract), {
      concurrency: CONCURRENT_FILES,
    });
    const changed = staged.filter(({ source }) => source !== null);
    for (const folder of new Set(changed.map(({ target }) => dirname(target))))
      await mkdir(folder, { recursive: true });
    for (const { source, target } of changed) if (source !== null) await rename(source, target);
    for (const view of removed) await rm(join(root, snapshotPath(view)), { force: true });
    return {
      written: changed.map(({ view }) => view),
      unchanged: staged.filter(({ source }) => source === null).map(({ view }) => view),
      removed: [...removed],
    };
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** A file ready to be put in place; `source` is `null` when the one in place has the same bytes. */
interface Staged {
  readonly view: ViewName;
  readonly source: string | null;
  readonly target: string;
}

async function stage(root: string, source: string, contract: Contract): Promise<Staged> {
  const { catalog, schema, name } = contract;
  const view = { catalog, schema, name };
  const target = join(root, snapshotPath(view));
  const text = printSnapshot(contract);
  if ((await readFile(target, "utf8").catch(ifMissing(null))) === text) return { view, source: null, target };
  await writeFile(source, text, { flush: true });
  return { view, source, target };
}
