import type { Commits } from "../git/commits.js";
import { requirePlainFile, type TreeFile } from "../git/list-tree.js";
import type { FileTree } from "./file-tree.js";
import { foldersOf } from "./folders-of.js";

/** More names than this are looked for by whoever reads the files, which costs what git takes for some ten names in any case. */
const MOST_NAMES = 10;

/** The files of a commit, which are known by their ids before they are read. */
export interface CommitTree extends FileTree {
  /** The ids of the files below some folders that are asked for, by path. Throws a UserError where one of them is no file. */
  ids(folders: readonly string[], isAskedFor: (path: string) => boolean): Promise<ReadonlyMap<string, string>>;
  /** The bytes of files anywhere in the commit, as `read` gives those that were listed. */
  readAt(paths: readonly string[]): Promise<ReadonlyMap<string, Buffer>>;
}

/** The files of a commit (40 hex digits), wherever it stands. Each folder is listed once. */
export function commitTree(commits: Pick<Commits, "files" | "readBlobs" | "search">, commit: string): CommitTree {
  const known = new Map<string, TreeFile>();
  const listed = new Map<string, Promise<readonly string[]>>();
  const list = (folder: string) => {
    const before = listed.get(folder);
    const paths = before ?? listFolder(commits, commit, folder, known);
    listed.set(folder, paths);
    return paths;
  };
  const read = (paths: readonly string[]) => readKnown(commits, known, paths);
  return {
    list,
    read,
    async readAt(paths) {
      await Promise.all(Array.from(foldersOf(new Set(paths)), list));
      return read(paths);
    },
    async ids(folders, isAskedFor) {
      const paths = (await Promise.all(folders.map(list))).flat().filter(isAskedFor);
      const files = paths.map((path) => known.get(path)).filter((file) => file !== undefined);
      for (const file of files) requirePlainFile(file);
      return new Map(files.map(({ path, blob }) => [path, blob]));
    },
    async mentioning(folders, names) {
      const paths = (await Promise.all(folders.map(list))).flat();
      if (paths.length === 0 || names.length > MOST_NAMES) return paths;
      const found = await commits.search(commit, folders, names);
      if (found === null) return paths;
      return paths.filter((path) => found.has(path));
    },
  };
}

async function readKnown(
  commits: Pick<Commits, "readBlobs">,
  known: ReadonlyMap<string, TreeFile>,
  paths: readonly string[],
): Promise<ReadonlyMap<string, Buffer>> {
  const files = paths.map((path) => known.get(path)).filter((file) => file !== undefined);
  for (const file of files) requirePlainFile(file);
  const found = new Map<string, Buffer>();
  const ids = files.map(({ blob }) => blob);
  await commits.readBlobs(ids, (index, bytes) => found.set(files[index]?.path ?? "", bytes));
  return found;
}

async function listFolder(
  commits: Pick<Commits, "files">,
  commit: string,
  folder: string,
  known: Map<string, TreeFile>,
): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const file of await commits.files(commit, folder)) {
    known.set(file.path, file);
    paths.push(file.path);
  }
  return paths.sort();
}
