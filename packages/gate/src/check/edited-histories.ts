import { join } from "node:path";
import { HISTORY_ENDING, type ViewName } from "@schema-gate/contract";
import type { Commits } from "../git/commits.js";
import { requirePlainFile, type TreeFile } from "../git/list-tree.js";
import type { Repository } from "../git/repository.js";
import { requireWorkTree, workTreeChanges } from "../git/work-tree-changes.js";
import { folderPath } from "../sides/git-side.js";
import { readPlainFile } from "../sides/read-file.js";
import { findViewOfPath } from "../sides/view-of-path.js";

/** A history that stood where a change left the base, and is not the same in it. */
export interface EditedHistory {
  readonly view: ViewName;
  /** Its path from the repository's root. */
  readonly file: string;
  readonly before: Buffer;
  /** `null` where the change removed it. */
  readonly after: Buffer | null;
}

/** The histories below `folder` that differ between two commits, and stood in the first. */
export async function historiesEditedBetween(
  commits: Commits,
  left: string,
  commit: string,
  folder: string,
): Promise<readonly EditedHistory[]> {
  const root = folderPath(folder);
  const changes = await commits.changes(left, commit, [root]);
  const before = changes.before.filter(({ path }) => viewOfHistory(path, root) !== null);
  const paths = new Set(before.map(({ path }) => path));
  const after = changes.after.filter(({ path }) => paths.has(path));
  const [was, is] = await Promise.all([readAll(commits, before), readAll(commits, after)]);
  return withViews(root, was, (file) => is.get(file) ?? null);
}

/** The histories below `folder` that stood in `left` and that the working tree has otherwise. */
export async function historiesEditedInWorkTree(
  repository: Repository,
  left: string,
  folder: string,
): Promise<readonly EditedHistory[]> {
  const root = folderPath(folder);
  const workTree = requireWorkTree(repository);
  const { gone, present } = await workTreeChanges(repository, left, root);
  const paths = new Set([...gone, ...present].filter((path) => viewOfHistory(path, root) !== null));
  if (paths.size === 0) return [];
  const before = [...(await repository.files(left, root))].filter(({ path }) => paths.has(path));
  return withViews(root, await readAll(repository, before), (file) => readPlainFile(join(workTree, file)));
}

function withViews(
  root: string,
  before: ReadonlyMap<string, Buffer>,
  readAfter: (file: string) => Buffer | null,
): readonly EditedHistory[] {
  return [...before].flatMap(([file, bytes]) => {
    const view = viewOfHistory(file, root);
    return view ? [{ view, file, before: bytes, after: readAfter(file) }] : [];
  });
}

/** The view whose history stands there; a file that no view's history would be looked for in is none. */
function viewOfHistory(file: string, root: string): ViewName | null {
  if (!file.endsWith(HISTORY_ENDING)) return null;
  const path = root === "" ? file : file.slice(root.length + 1);
  return findViewOfPath(`${path.slice(0, -HISTORY_ENDING.length)}.json`, "snapshot");
}

async function readAll(commits: Commits, files: readonly TreeFile[]): Promise<ReadonlyMap<string, Buffer>> {
  for (const file of files) requirePlainFile(file);
  const read = new Map<string, Buffer>();
  const ids = files.map(({ blob }) => blob);
  await commits.readBlobs(ids, (index, bytes) => read.set(files[index]?.path ?? "", bytes));
  return read;
}
