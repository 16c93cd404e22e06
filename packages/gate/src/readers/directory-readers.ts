import { existsSync, lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { directoryTree } from "../files/directory-tree.js";
import { contractFiles } from "../sides/contract-files.js";
import { directorySide } from "../sides/directory-side.js";
import { FolderFiles } from "../sides/folder-files.js";
import { CONTRACTS_FOLDER, SNAPSHOTS_FOLDER } from "../sides/git-side.js";
import type { ReaderSource } from "./reader-source.js";

/**
 * Where readers are known from in a directory as it stands. With more snapshots than `mostViews` no view is looked at:
 * reading them all costs more than most comparisons.
 */
export function directoryReaders(
  directory: string,
  jobFolders: readonly string[],
  mostViews = Number.POSITIVE_INFINITY,
): ReaderSource {
  const tree = directoryTree(directory);
  const hasViews = existsSync(join(directory, SNAPSHOTS_FOLDER)) || existsSync(join(directory, CONTRACTS_FOLDER));
  if (!hasViews) return { views: null, contracts: null, tree, jobFolders };
  if (countSnapshots(join(directory, SNAPSHOTS_FOLDER)) <= mostViews) {
    const side = directorySide(".", directory);
    return { views: side, contracts: side.contracts, tree, jobFolders };
  }
  const place = join(directory, CONTRACTS_FOLDER);
  const { files, readFiles } = new FolderFiles(existsSync(place) ? place : null, CONTRACTS_FOLDER).addAll();
  return { views: null, contracts: contractFiles(CONTRACTS_FOLDER, files, readFiles), tree, jobFolders };
}

/** How many files stand two folders below one, where snapshots are, without a look at any. */
function countSnapshots(folder: string): number {
  const below = (path: string): string[] =>
    lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [];
  return below(folder)
    .flatMap(below)
    .reduce((count, schema) => count + below(schema).length, 0);
}
