import { join } from "node:path";
import { UserError } from "@schema-gate/contract";
import { contentId } from "../content-id.js";
import { directoryTree } from "../files/directory-tree.js";
import { refuseHiddenFiles } from "../git/hidden-files.js";
import type { Repository } from "../git/repository.js";
import { requireWorkTree, workTreeChanges } from "../git/work-tree-changes.js";
import { openJobs } from "../jobs/open-jobs.js";
import { shown } from "../shown.js";
import { contractEntries } from "./contract-files.js";
import { fileBelow } from "./file-below.js";
import { type ChangedFiles, changedEntries, entriesSide, type ReadFiles, type SideFile } from "./file-side.js";
import { blobReader, contractsFolder, folderAround, folderPath, gitSide } from "./git-side.js";
import { historiesOfFolder } from "./histories.js";
import { readPlainFile } from "./read-file.js";
import type { Side, SideEntry } from "./side.js";
import { isNoSnapshot } from "./view-of-path.js";

/**
 * The side that stands in the working tree below `folder`, new files included, ignored ones not. Only what differs from
 * `commit` is read from disk, so the cost follows the change; `committed` is the side of that commit where it is open.
 */
export async function worktreeSide(
  repository: Repository,
  commit: string,
  folder: string,
  committed: Side | Promise<Side> = gitSide(repository, commit, folder),
): Promise<Side> {
  const root = folderPath(folder);
  const contractsRoot = contractsFolder(root);
  const [side, snapshots, contracts] = await Promise.all([
    committed,
    changedFiles(repository, commit, root),
    contractsRoot === null ? null : changedFiles(repository, commit, contractsRoot),
  ]);
  const around = join(requireWorkTree(repository), folderAround(root));
  const origin = {
    kind: "worktree",
    source: `worktree:${root}`,
    commit: null,
    jobs: (folders: readonly string[]) => {
      const below = folders.map((each) => fileBelow(folderAround(root), each));
      return openJobs(directoryTree(requireWorkTree(repository)), below);
    },
    readHistories: historiesOfFolder(join(requireWorkTree(repository), root)),
    readFile: async (path: string) => readPlainFile(join(around, path)),
  } as const;
  const promised =
    side.contracts && contracts && contractsRoot !== null
      ? contractEntries(changedEntries(side.contracts.entries, contractsRoot, contracts, "contract"), contracts.read)
      : null;
  const entries = changedEntries(side.entries, root, snapshots, "snapshot");
  return entriesSide(origin, entries, snapshots.read, promised);
}

/** What differs below `root` between a commit and the working tree, and how what stands there is read. */
async function changedFiles(
  repository: Repository,
  commit: string,
  root: string,
): Promise<ChangedFiles & { readonly read: ReadFiles }> {
  const workTree = requireWorkTree(repository);
  const [changes] = await Promise.all([workTreeChanges(repository, commit, root), refuseHiddenFiles(workTree, root)]);
  const onDisk = readChanged(workTree, root, changes.present);
  const replaced = [...changes.gone, ...changes.present].map((path) => pathBelow(root, path));
  const readCommitted = blobReader(repository);
  const read: ReadFiles = async (entries, onFile) => {
    const elsewhere: SideEntry[] = [];
    for (const entry of entries) {
      const found = onDisk.get(entry.file);
      if (found) onFile(entry, found.bytes);
      else elsewhere.push(entry);
    }
    await readCommitted(elsewhere, onFile);
  };
  return {
    before: replaced.filter((path) => !isNoSnapshot(path)).map((path) => ({ path, contentId: "" })),
    after: Array.from(onDisk.values(), ({ path, bytes }) => ({ path, contentId: contentId(bytes) })),
    read,
  };
}

function pathBelow(root: string, file: string): string {
  return root === "" ? file : file.slice(root.length + 1);
}

type FileOnDisk = Pick<SideFile, "path"> & { readonly bytes: Buffer };

function readChanged(workTree: string, root: string, files: readonly string[]): Map<string, FileOnDisk> {
  const read = new Map<string, FileOnDisk>();
  for (const file of files) {
    const path = pathBelow(root, file);
    if (isNoSnapshot(path)) continue;
    // git names a repository inside this one by its folder.
    if (file.endsWith("/"))
      throw new UserError("usage", `${shown(file)} is a repository of its own; move it elsewhere.`);
    const bytes = readPlainFile(join(workTree, file));
    if (bytes !== null) read.set(fileBelow(root, path), { path, bytes });
  }
  return read;
}
