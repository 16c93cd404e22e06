import { posix } from "node:path";

/** Each listing asks git or a host once more: many folders are listed with whatever else stands at the top of the tree. */
const MOST_LISTINGS = 8;

/** The folders to list for whoever looks for these files; "" is the whole tree. */
export function foldersOf(paths: ReadonlySet<string>): ReadonlySet<string> {
  const folders = new Set(Array.from(paths, (path) => (path.includes("/") ? posix.dirname(path) : "")));
  if (folders.size <= MOST_LISTINGS) return folders;
  return new Set(Array.from(folders, (folder) => folder.split("/")[0] ?? ""));
}
