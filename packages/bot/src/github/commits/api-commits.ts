import type { Commits } from "@schema-gate/gate";
import { authorsOfFiles, type WrittenObjects } from "./authors-of-files.js";
import { cachedObjects } from "./cached-objects.js";
import { fileVersions } from "./file-versions.js";
import { firstDays } from "./first-days.js";
import { mergeBase } from "./merge-base.js";
import { readBlobs } from "./read-blobs.js";
import { treeChanges } from "./tree-changes.js";
import { filesBelow } from "./tree-files.js";

/**
 * The commits of a repository at GitHub, read as data: nothing is checked out and no link is followed. Only what is asked
 * for is read, and everything once; keep one for as long as a judgement takes, no longer.
 */
export function commitsOfGitHub(objects: WrittenObjects): Commits {
  const cached = cachedObjects(objects);
  return {
    mergeBase: (one, other) => mergeBase(objects, one, other),
    files: (commit, path) => filesBelow(cached, commit, path),
    changes: (before, after, paths) => treeChanges(cached, before, after, paths),
    readBlobs: (ids, onBlob) => readBlobs(cached, ids, onBlob),
    // GitHub searches default branches only: whoever looks for a text reads all.
    search: () => null,
    authorsOf: (base, head) => authorsOfFiles(objects, base, head),
    expectReads: (ids) => {
      // Whoever asks for what could not be read is told so then.
      readBlobs(cached, ids, () => {}).catch(() => {});
    },
    // History is walked through more trees than fit into memory, each of them once.
    firstDays: (commit, files) => firstDays(objects, commit, files),
    fileVersions: (commit, file) => fileVersions(objects, commit, file),
  };
}
