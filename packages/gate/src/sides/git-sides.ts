import type { Commits } from "../git/commits.js";
import { contractEntries } from "./contract-files.js";
import { changedEntries, entriesSide, type SideFile } from "./file-side.js";
import { blobReader, committedFiles, contractsFolder, folderPath, gitOrigin, gitSide } from "./git-side.js";
import type { Side, Sides } from "./side.js";
import { parsedWhenRead, type TellUnreadable } from "./unreadable-file.js";

/** Blobs that are read before it is known what they are compared with: of both sides together, what one batch takes. */
const AHEAD = 500;

/**
 * The sides that two commits (40 hex digits) hold below one folder. The second is told by what differs from the first, and
 * what differs is read while the first is listed: the cost follows the change.
 */
export async function gitSides(commits: Commits, before: string, after: string, folder: string): Promise<Sides> {
  const root = folderPath(folder);
  const contractsRoot = contractsFolder(root);
  // Started first: what differs is known and read long before everything is listed.
  const differing = readChanges(commits, before, after, contractsRoot === null ? [root] : [root, contractsRoot]);
  if (before !== after) commits.expectReads([]);
  const [side, [snapshots, promises]] = await Promise.all([gitSide(commits, before, folder), differing]);
  const read = blobReader(commits);
  const contracts =
    side.contracts && promises && contractsRoot !== null
      ? contractEntries(changedEntries(side.contracts.entries, contractsRoot, promises, "contract"), read)
      : null;
  const entries = changedEntries(side.entries, root, snapshots, "snapshot");
  return { before: side, after: entriesSide(gitOrigin(commits, after, root), entries, read, contracts) };
}

/** The files that differ between two commits, as each has them. */
interface FilesOfCommits {
  readonly before: readonly SideFile[];
  readonly after: readonly SideFile[];
}

/** The side of a commit (40 hex digits), told by what differs from that of another: nothing is listed twice. See `gitSide`. */
export async function gitSideFrom(
  commits: Commits,
  side: Side,
  after: string,
  folder: string,
  tell: TellUnreadable | null = null,
): Promise<Side> {
  if (side.commit === null || side.commit === after) return side;
  const root = folderPath(folder);
  const contractsRoot = contractsFolder(root);
  const roots = contractsRoot === null ? ([root] as const) : ([root, contractsRoot] as const);
  const [snapshots, promises] = await listChanges(commits, side.commit, after, roots);
  const read = blobReader(commits, tell);
  const contracts =
    side.contracts && promises && contractsRoot !== null
      ? contractEntries(changedEntries(side.contracts.entries, contractsRoot, promises, "contract"), read)
      : null;
  const entries = changedEntries(side.entries, root, snapshots, "snapshot");
  return parsedWhenRead(entriesSide(gitOrigin(commits, after, root), entries, read, contracts), tell);
}

/** What differs below each of the roots, read ahead where it is little. */
async function readChanges(
  commits: Commits,
  before: string,
  after: string,
  roots: readonly [string, ...string[]],
): Promise<readonly [FilesOfCommits, ...FilesOfCommits[]]> {
  const changes = await listChanges(commits, before, after, roots);
  const ids = changes.flatMap((files) => [...files.before, ...files.after]).map(({ contentId }) => contentId);
  if (ids.length > 0 && ids.length <= AHEAD) commits.expectReads(ids);
  return changes;
}

async function listChanges(
  commits: Commits,
  before: string,
  after: string,
  [first, ...others]: readonly [string, ...string[]],
): Promise<readonly [FilesOfCommits, ...FilesOfCommits[]]> {
  const differing = await commits.changes(before, after, [first, ...others]);
  const below = (root: string): FilesOfCommits => {
    const isBelow = ({ path }: { path: string }) => root === "" || path === root || path.startsWith(`${root}/`);
    return {
      before: [...committedFiles(differing.before.filter(isBelow), root)],
      after: [...committedFiles(differing.after.filter(isBelow), root)],
    };
  };
  return [below(first), ...others.map(below)];
}
