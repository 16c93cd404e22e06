import { existsSync, lstatSync, opendirSync } from "node:fs";
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
  if (holdsAtMost(mostViews, join(directory, SNAPSHOTS_FOLDER))) {
    const side = directorySide(".", directory);
    return { views: side, contracts: side.contracts, tree, jobFolders };
  }
  const place = join(directory, CONTRACTS_FOLDER);
  const { files, readFiles } = new FolderFiles(existsSync(place) ? place : null, CONTRACTS_FOLDER).addAll();
  return { views: null, contracts: contractFiles(CONTRACTS_FOLDER, files, readFiles), tree, jobFolders };
}

/** Whether at most so many files stand two folders below one, where snapshots are; looks at no more of them than that. */
function holdsAtMost(most: number, folder: string): boolean {
  let count = 0;
  for (const catalog of namesIn(folder)) {
    for (const schema of namesIn(join(folder, catalog))) {
      for (const _ of namesIn(join(folder, catalog, schema))) if (++count > most) return false;
    }
  }
  return true;
}

function* namesIn(folder: string): Iterable<string> {
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  const directory = opendirSync(folder, { bufferSize: 1024 });
  try {
    for (let item = directory.readSync(); item; item = directory.readSync()) yield item.name;
  } finally {
    directory.closeSync();
  }
}
