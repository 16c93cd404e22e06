import { prepareBlobs, readBlobsAhead } from "../git/read-blobs.js";
import type { Repository } from "../git/repository.js";
import { treeChanges } from "../git/tree-changes.js";
import { contractEntries } from "./contract-files.js";
import { type ChangedFiles, changedEntries, entriesSide } from "./file-side.js";
import { blobReader, committedFiles, contractsFolder, folderPath, gitOrigin, gitSide } from "./git-side.js";
import type { Sides } from "./side.js";

/** Blobs that are read before it is known what they are compared with: of both sides together, what one batch takes. */
const AHEAD = 500;

/**
 * The sides that two commits (40 hex digits) hold below one folder. The second is told by what differs from the first, and
 * what differs is read while the first is listed: the cost follows the change.
 */
export async function gitSides(repository: Repository, before: string, after: string, folder: string): Promise<Sides> {
  const root = folderPath(folder);
  const contractsRoot = contractsFolder(root);
  // Started first: what differs is known and read long before everything is listed.
  const differing = readChanges(repository, before, after, contractsRoot === null ? [root] : [root, contractsRoot]);
  if (before !== after) prepareBlobs(repository);
  const [side, [snapshots, promises]] = await Promise.all([gitSide(repository, before, folder), differing]);
  const read = blobReader(repository);
  const contracts =
    side.contracts && promises && contractsRoot !== null
      ? contractEntries(changedEntries(side.contracts.entries, contractsRoot, promises, "contract"), read)
      : null;
  const entries = changedEntries(side.entries, root, snapshots, "snapshot");
  return { before: side, after: entriesSide(gitOrigin(repository, after, root), entries, read, contracts) };
}

/** What differs below each of the roots. */
async function readChanges(
  repository: Repository,
  before: string,
  after: string,
  [first, ...others]: readonly [string, ...string[]],
): Promise<readonly [ChangedFiles, ...ChangedFiles[]]> {
  const differing = await treeChanges(repository, before, after, [first, ...others]);
  const below = (root: string): ChangedFiles => {
    const isBelow = ({ path }: { path: string }) => root === "" || path === root || path.startsWith(`${root}/`);
    return {
      before: [...committedFiles(differing.before.filter(isBelow), root)],
      after: [...committedFiles(differing.after.filter(isBelow), root)],
    };
  };
  const changes = [below(first), ...others.map(below)] as const;
  const ids = changes.flatMap((files) => [...files.before, ...files.after]).map(({ contentId }) => contentId);
  if (ids.length <= AHEAD) readBlobsAhead(repository, ids);
  return changes;
}
