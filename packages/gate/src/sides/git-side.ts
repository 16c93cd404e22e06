import { posix } from "node:path";
import { UserError } from "@schema-gate/contract";
import { commitTree } from "../files/commit-tree.js";
import type { Commits } from "../git/commits.js";
import { requirePlainFile, type TreeFile } from "../git/list-tree.js";
import { readFile } from "../git/read-file.js";
import { isJobFile } from "../jobs/is-job-file.js";
import { openJobs } from "../jobs/open-jobs.js";
import { shown } from "../shown.js";
import { contractFiles } from "./contract-files.js";
import { fileBelow } from "./file-below.js";
import { fileSide, type Origin, type ReadFiles, type SideFile } from "./file-side.js";
import { historiesOfCommit } from "./histories.js";
import type { Side } from "./side.js";
import { parsedWhenRead, readOrTell, type TellUnreadable } from "./unreadable-file.js";
import { isNoSnapshot } from "./view-of-path.js";

/** Where snapshots stand in a repository unless a side says otherwise. */
export const SNAPSHOTS_FOLDER = "snapshots";

/** Where contracts stand in a repository, beside the snapshots. */
export const CONTRACTS_FOLDER = "schemas";

/**
 * The side that a commit (40 hex digits) holds below `folder`, a path from the repository's root; empty without that folder.
 * What cannot be read on it is an error where nobody is told.
 */
export async function gitSide(
  commits: Commits,
  commit: string,
  folder: string,
  tell: TellUnreadable | null = null,
): Promise<Side> {
  const root = folderPath(folder);
  const contractsRoot = contractsFolder(root);
  const [snapshots, contracts] = await Promise.all([
    commits.files(commit, root),
    contractsRoot === null ? null : commits.files(commit, contractsRoot),
  ]);
  const read = blobReader(commits, tell);
  const promised =
    contracts && contractsRoot !== null
      ? contractFiles(contractsRoot, committedFiles(contracts, contractsRoot), read)
      : null;
  const side = fileSide(gitOrigin(commits, commit, root), root, committedFiles(snapshots, root), read, promised);
  return parsedWhenRead(side, tell);
}

/** How the side of a commit is called. */
export function gitOrigin(commits: Commits, commit: string, root: string): Origin {
  const tree = commitTree(commits, commit);
  const below = (folders: readonly string[]) => folders.map((each) => fileBelow(folderAround(root), each));
  return {
    kind: "git",
    source: `git:${commit}:${root}`,
    commit,
    readFile: (path) => readFile(commits, commit, fileBelow(folderAround(root), path)),
    readFiles: async (paths) => {
      const files = await tree.readAt(below(paths));
      const found = paths.map((path) => [path, files.get(fileBelow(folderAround(root), path))] as const);
      return new Map(found.flatMap(([path, bytes]) => (bytes ? [[path, bytes] as const] : [])));
    },
    readHistories: historiesOfCommit(commits, commit, root),
    jobs: (folders) => openJobs(tree, below(folders)),
    jobFiles: (folders) => tree.ids(below(folders), isJobFile),
  };
}

/** The folder snapshots and contracts stand in. */
export function folderAround(root: string): string {
  return root.split("/").slice(0, -1).join("/");
}

/** Where the contracts of snapshots in `folder` stand: in `schemas` beside `snapshots`; snapshots elsewhere have none. */
export function contractsFolder(folder: string): string | null {
  const parts = folder.split("/");
  return parts.pop() === SNAPSHOTS_FOLDER ? [...parts, CONTRACTS_FOLDER].join("/") : null;
}

/** The snapshots or contracts among the files of a commit below `root`. Throws a UserError for links and submodules in their place. */
export function* committedFiles(files: Iterable<TreeFile>, root: string): Generator<SideFile> {
  for (const file of files) {
    const path = root === "" ? file.path : file.path.slice(root.length + 1);
    if (isNoSnapshot(path)) continue;
    requirePlainFile(file);
    yield { path, contentId: file.blob };
  }
}

/** Reads entries whose content ids are the ids of blobs. What is wrong with one is told before it could end the others' reading. */
export function blobReader(commits: Commits, tell: TellUnreadable | null = null): ReadFiles {
  return (entries, onFile) => {
    const ids = entries.map(({ contentId }) => contentId);
    return commits.readBlobs(ids, (index, bytes) => {
      const entry = entries[index];
      if (entry) readOrTell(entry, () => onFile(entry, bytes), tell);
    });
  };
}

/** A folder as git knows it: from the repository's root, "" for the root itself. */
export function folderPath(folder: string): string {
  const path = posix.normalize(folder === "" ? "." : folder).replace(/\/$/, "");
  if (/\p{C}/u.test(path) || path.startsWith("/") || path === ".." || path.startsWith("../")) {
    throw new UserError("usage", `${shown(folder)} must be a folder inside the repository, written from its root.`);
  }
  return path === "." ? "" : path;
}
