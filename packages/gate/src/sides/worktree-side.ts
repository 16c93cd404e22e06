import { join } from "node:path";
import { UserError } from "@schema-gate/contract";
import { contentId } from "../content-id.js";
import { directoryTree } from "../files/directory-tree.js";
import { refuseHiddenFiles } from "../git/hidden-files.js";
import { listTree, type TreeFile } from "../git/list-tree.js";
import type { Repository } from "../git/repository.js";
import { requireWorkTree, workTreeChanges } from "../git/work-tree-changes.js";
import { loadJobs } from "../jobs/load-jobs.js";
import { shown } from "../shown.js";
import { contractFiles } from "./contract-files.js";
import { fileBelow } from "./file-below.js";
import { fileSide, type ReadFiles, type SideFile } from "./file-side.js";
import { blobReader, committedFiles, contractsFolder, folderAround, folderPath } from "./git-side.js";
import { readPlainFile } from "./read-file.js";
import type { Side, SideEntry } from "./side.js";
import { isNoSnapshot } from "./view-of-path.js";

/**
 * The side that stands in the working tree below `folder`, new files included, ignored ones not. Only what differs from
 * `commit` is read from disk, so the cost follows the change.
 */
export async function worktreeSide(repository: Repository, commit: string, folder: string): Promise<Side> {
  const root = folderPath(folder);
  const contractsRoot = contractsFolder(root);
  const [snapshots, contracts] = await Promise.all([
    worktreeFiles(repository, commit, root),
    contractsRoot === null ? null : worktreeFiles(repository, commit, contractsRoot),
  ]);
  const around = join(requireWorkTree(repository), folderAround(root));
  const origin = {
    kind: "worktree",
    source: `worktree:${root}`,
    commit: null,
    jobs: (folders: readonly string[]) => {
      const below = folders.map((each) => fileBelow(folderAround(root), each));
      return loadJobs(directoryTree(requireWorkTree(repository)), below);
    },
    readFile: async (path: string) => readPlainFile(join(around, path)),
  } as const;
  const promised =
    contracts && contractsRoot !== null ? contractFiles(contractsRoot, contracts.files, contracts.read) : null;
  return fileSide(origin, root, snapshots.files, snapshots.read, promised);
}

/** The files of the working tree below `root`, and how they are read. */
async function worktreeFiles(
  repository: Repository,
  commit: string,
  root: string,
): Promise<{ readonly files: Iterable<SideFile>; readonly read: ReadFiles }> {
  const workTree = requireWorkTree(repository);
  const [committed, changes] = await Promise.all([
    listTree(repository, commit, root),
    workTreeChanges(repository, commit, root),
    refuseHiddenFiles(workTree, root),
  ]);
  const onDisk = readChanged(workTree, root, changes.present);
  const replaced = new Set([...changes.gone, ...changes.present]);
  const readCommitted = blobReader(repository);
  const files = function* () {
    yield* committedFiles(without(committed, replaced), root);
    for (const { path, bytes } of onDisk.values()) yield { path, contentId: contentId(bytes) };
  };
  const read: ReadFiles = async (entries, onFile) => {
    const elsewhere: SideEntry[] = [];
    for (const entry of entries) {
      const found = onDisk.get(entry.file);
      if (found) onFile(entry, found.bytes);
      else elsewhere.push(entry);
    }
    await readCommitted(elsewhere, onFile);
  };
  return { files: files(), read };
}

function* without(files: Iterable<TreeFile>, paths: ReadonlySet<string>): Generator<TreeFile> {
  for (const file of files) if (!paths.has(file.path)) yield file;
}

type FileOnDisk = Pick<SideFile, "path"> & { readonly bytes: Buffer };

function readChanged(workTree: string, root: string, files: readonly string[]): Map<string, FileOnDisk> {
  const read = new Map<string, FileOnDisk>();
  for (const file of files) {
    const path = root === "" ? file : file.slice(root.length + 1);
    if (isNoSnapshot(path)) continue;
    // git names a repository inside this one by its folder.
    if (file.endsWith("/"))
      throw new UserError("usage", `${shown(file)} is a repository of its own; move it elsewhere.`);
    const bytes = readPlainFile(join(workTree, file));
    if (bytes !== null) read.set(fileBelow(root, path), { path, bytes });
  }
  return read;
}
