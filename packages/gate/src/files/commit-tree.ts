import type { Commits } from "../git/commits.js";
import { requirePlainFile, type TreeFile } from "../git/list-tree.js";
import type { FileTree } from "./file-tree.js";

/** More names than this are looked for by whoever reads the files, which costs what git takes for some ten names in any case. */
const MOST_NAMES = 10;

/** Finds the files of the commit below some folders that hold one of some texts, in any case. */
export type SearchFiles = (folders: readonly string[], texts: readonly string[]) => Promise<ReadonlySet<string>>;

/** The files of a commit (40 hex digits), wherever it stands. Each folder is listed once; without `search` all are read. */
export function commitTree(
  commits: Pick<Commits, "files" | "readBlobs">,
  commit: string,
  search: SearchFiles | null = null,
): FileTree {
  const known = new Map<string, TreeFile>();
  const listed = new Map<string, Promise<readonly string[]>>();
  const list = (folder: string) => {
    const before = listed.get(folder);
    const paths = before ?? listFolder(commits, commit, folder, known);
    listed.set(folder, paths);
    return paths;
  };
  return {
    list,
    async read(paths) {
      const files = paths.map((path) => known.get(path)).filter((file) => file !== undefined);
      for (const file of files) requirePlainFile(file);
      const found = new Map<string, Buffer>();
      const ids = files.map(({ blob }) => blob);
      await commits.readBlobs(ids, (index, bytes) => found.set(files[index]?.path ?? "", bytes));
      return found;
    },
    async mentioning(folders, names) {
      const paths = (await Promise.all(folders.map(list))).flat();
      if (search === null || paths.length === 0 || names.length > MOST_NAMES) return paths;
      const found = await search(folders, names);
      return paths.filter((path) => found.has(path));
    },
  };
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
