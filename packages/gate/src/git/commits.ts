import { type FileVersion, fileVersions } from "./file-versions.js";
import { firstDays } from "./first-days.js";
import { listTree, type TreeFile } from "./list-tree.js";
import { mergeBase } from "./merge-base.js";
import { readBlobs } from "./read-blobs.js";
import type { Repository } from "./repository.js";
import { type TreeChanges, treeChanges } from "./tree-changes.js";

/**
 * The commits of a repository, wherever they stand: in a clone, or at a host that is asked for them. Commits and blobs are
 * known by 40 hex digits, paths start at the root. What cannot be read is an error, never an empty answer.
 */
export interface Commits {
  /** The commit two others were last the same at. Throws a UserError if there is none. */
  mergeBase(one: string, other: string): Promise<string>;
  /** What a commit holds at or below a path ("" is the whole tree), links and submodules too; nothing if nothing stands there. */
  files(commit: string, path: string): Promise<Iterable<TreeFile>>;
  /** What differs between two commits at or below some paths. */
  changes(before: string, after: string, paths: readonly string[]): Promise<TreeChanges>;
  /** Reads blobs and hands each on, in the order asked for. */
  readBlobs(ids: readonly string[], onBlob: (index: number, bytes: Buffer) => void): Promise<void>;
  /** Since which day (UTC) each of these files has stood on the branch that ends in `commit`; see `firstDays`. */
  firstDays(commit: string, files: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** What a file held on that branch and since when, the newest version first; see `fileVersions`. */
  fileVersions(commit: string, file: string): Promise<readonly FileVersion[]>;
}

/** The commits of a clone. */
export function commitsOfClone(repository: Repository): Commits {
  return {
    mergeBase: (one, other) => mergeBase(repository, one, other),
    files: (commit, path) => listTree(repository, commit, path),
    changes: (before, after, paths) => treeChanges(repository, before, after, paths),
    readBlobs: (ids, onBlob) => readBlobs(repository, ids, onBlob),
    firstDays: (commit, files) => firstDays(repository, commit, files),
    fileVersions: (commit, file) => fileVersions(repository, commit, file),
  };
}
