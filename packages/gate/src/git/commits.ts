import { type AuthorsOf, authorsInClone } from "./authors-of-files.js";
import { type FileVersion, fileVersions } from "./file-versions.js";
import { firstDays } from "./first-days.js";
import { grepCommit } from "./grep-commit.js";
import { listTree, type TreeFile } from "./list-tree.js";
import { mergeBase } from "./merge-base.js";
import { prepareBlobs, readBlobs, readBlobsAhead } from "./read-blobs.js";
import type { Clone } from "./repository.js";
import { type TreeChanges, treeChanges } from "./tree-changes.js";

/**
 * The commits of a repository, wherever they stand: in a clone, or at a host that is asked for them. Commits and blobs are
 * known by 40 hex digits, paths start at the root. What cannot be read is an error, never an empty answer.
 */
export interface Commits {
  /** The commit two others were last the same at. Throws a UserError if there is none, or several. */
  mergeBase(one: string, other: string): Promise<string>;
  /** What a commit holds at or below a path ("" is the whole tree), links and submodules too; nothing if nothing stands there. */
  files(commit: string, path: string): Promise<Iterable<TreeFile>>;
  /** What differs between two commits at or below some paths. */
  changes(before: string, after: string, paths: readonly string[]): Promise<TreeChanges>;
  /** Reads blobs and hands each on, in the order asked for. */
  readBlobs(ids: readonly string[], onBlob: (index: number, bytes: Buffer) => void): Promise<void>;
  /** The files of a commit below some folders that hold one of some texts, in any case; `null` where all must be read to tell. */
  search(commit: string, folders: readonly string[], texts: readonly string[]): Promise<ReadonlySet<string>> | null;
  /** Who made files what they are, in the commits from `base` (excluded) to `head`. */
  authorsOf(base: string, head: string): AuthorsOf;
  /** Says that blobs will soon be asked for: these or, where none are named, some. */
  expectReads(ids: readonly string[]): void;
  /** Since which day (UTC) each of these files has stood on the branch that ends in `commit`; see `firstDays`. */
  firstDays(commit: string, files: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** What a file held on that branch and since when, the newest version first; see `fileVersions`. */
  fileVersions(commit: string, file: string): Promise<readonly FileVersion[]>;
}

/** The commits of a clone. */
export function commitsOfClone(clone: Clone): Commits {
  return {
    mergeBase: (one, other) => mergeBase(clone, one, other),
    files: (commit, path) => listTree(clone, commit, path),
    changes: (before, after, paths) => treeChanges(clone, before, after, paths),
    readBlobs: (ids, onBlob) => readBlobs(clone, ids, onBlob),
    search: (commit, folders, texts) => grepCommit(clone, commit, folders, texts),
    authorsOf: (base, head) => authorsInClone(clone, base, head),
    expectReads: (ids) => (ids.length === 0 ? prepareBlobs(clone) : readBlobsAhead(clone, ids)),
    firstDays: (commit, files) => firstDays(clone, commit, files),
    fileVersions: (commit, file) => fileVersions(clone, commit, file),
  };
}
