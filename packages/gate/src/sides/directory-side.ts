import { resolve } from "node:path";
import { contentId, TextMemory } from "../content-id.js";
import { directoryTree } from "../files/directory-tree.js";
import { openJobs } from "../jobs/open-jobs.js";
import { type ContractFiles, contractFiles } from "./contract-files.js";
import { type DirectoryLayout, layoutOf } from "./directory-layout.js";
import { changedEntries, entriesSide, fileSide, type SideFile } from "./file-side.js";
import { FolderFiles } from "./folder-files.js";
import { historiesOfFolder } from "./histories.js";
import { readPlainFile } from "./read-file.js";
import type { Side, Sides } from "./side.js";
import { Twins } from "./twins.js";

/**
 * The side that stands in `directory`, which is looked for from `cwd`: snapshots, `<catalog>/<schema>/<view>.json`; or, where
 * it has a folder `snapshots` or `schemas`, the snapshots and contracts in those.
 */
export function directorySide(directory: string, cwd: string): Side {
  const layout = layoutOf(directory, cwd);
  const { root, files, readFiles } = new FolderFiles(layout.snapshots.place, layout.snapshots.root).addAll();
  return fileSide(originOf(directory, cwd, layout), root, files, readFiles, promisedIn(layout));
}

/** More than most snapshots take, in bytes; longer ones are read elsewhere. */
const TEXT_BYTES = 1 << 18;

/**
 * The sides that stand in two directories. A file that is the same in both is compared, hashed once and forgotten: memory
 * that is used again costs half of what reading costs otherwise.
 */
export function directorySides(before: string, after: string, cwd: string): Sides {
  const [layout, otherLayout] = [layoutOf(before, cwd), layoutOf(after, cwd)];
  const one = new FolderFiles(layout.snapshots.place, layout.snapshots.root);
  const other = new FolderFiles(otherLayout.snapshots.place, otherLayout.snapshots.root);
  const gone = readBoth(one, other);
  const side = fileSide(originOf(before, cwd, layout), one.root, one.files, one.readFiles, promisedIn(layout));
  const entries = changedEntries(side.entries, other.root, { before: gone, after: other.files }, "snapshot");
  const otherSide = entriesSide(originOf(after, cwd, otherLayout), entries, other.readFiles, promisedIn(otherLayout));
  return { before: side, after: otherSide };
}

/** Makes all files part of `one`, part of `other` those that are not the same there, and returns those of `one` that are not. */
function readBoth(one: FolderFiles, other: FolderFiles): SideFile[] {
  const [memory, twinMemory] = [new TextMemory(TEXT_BYTES), new TextMemory(TEXT_BYTES)];
  const twins = new Twins(other.paths);
  const gone: SideFile[] = [];
  for (const path of one.paths) {
    const bytes = one.read(path, memory.room);
    const twin = twins.take(path) ? other.read(path, twinMemory.room) : null;
    const areEqual = twin?.equals(bytes) === true;
    const file = one.add(path, memory.contentId(bytes), areEqual ? null : Buffer.from(bytes));
    if (areEqual) continue;
    gone.push(file);
    if (twin) other.add(path, twinMemory.contentId(twin), Buffer.from(twin));
  }
  for (const path of twins.left()) {
    const bytes = other.read(path);
    other.add(path, contentId(bytes), bytes);
  }
  return gone;
}

function originOf(directory: string, cwd: string, { snapshots }: DirectoryLayout) {
  const readFile = async (path: string) => readPlainFile(resolve(cwd, directory, path));
  const jobs = (folders: readonly string[]) => openJobs(directoryTree(resolve(cwd, directory)), folders);
  const histories = snapshots.place === null ? {} : { readHistories: historiesOfFolder(snapshots.place) };
  return { kind: "directory", source: directory, commit: null, readFile, jobs, ...histories } as const;
}

function promisedIn({ contracts }: DirectoryLayout): ContractFiles | null {
  if (contracts === null) return null;
  const { root, files, readFiles } = new FolderFiles(contracts.place, contracts.root).addAll();
  return contractFiles(root, files, readFiles);
}
