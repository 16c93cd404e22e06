import { UserError } from "@schema-gate/contract";
import { shown } from "../shown.js";
import type { Clone } from "./repository.js";
import { askGit } from "./run-git.js";

const PLAIN = "100644";

/** A file of a commit: its path from the repository's root, its mode as git writes it, and the id of its content. */
export interface TreeFile {
  readonly path: string;
  readonly mode: string;
  readonly blob: string;
}

/** What a commit holds below `folder` ("" is the whole tree); nothing if there is no such folder. */
export async function listTree(repository: Clone, commit: string, folder: string): Promise<Iterable<TreeFile>> {
  const below = folder === "" ? [] : [folder];
  // A commit that cannot be read is an error here, where asking for `<commit>:<folder>` could not tell it from no folder.
  return treeFiles(await askGit(repository.directory, ["ls-tree", "-r", "-z", "--full-tree", commit, "--", ...below]));
}

/** One file at a time: a listing of ten thousand is walked once, and most of it is never asked for again. */
function* treeFiles(listing: string): Generator<TreeFile> {
  for (let start = 0, end = 0; start < listing.length; start = end + 1) {
    end = listing.indexOf("\0", start);
    const tab = listing.indexOf("\t", start);
    const mode = listing.startsWith(PLAIN, start) ? PLAIN : listing.slice(start, start + 6);
    // `<mode> <type> <id>`; a submodule's type is longer than a file's.
    yield { mode, blob: listing.slice(tab - 40, tab), path: listing.slice(tab + 1, end) };
  }
}

/** Refuses a symbolic link or a submodule: what it leads to is not part of the commit. */
export function requirePlainFile({ path, mode }: TreeFile): void {
  if (mode.startsWith("100")) return;
  const kind = mode === "120000" ? "a symbolic link" : "a submodule";
  throw new UserError("usage", `${shown(path)} is ${kind}; only plain files are read.`);
}

/** The records of a listing made with `-z`. */
export function records(listing: string): string[] {
  return listing === "" ? [] : listing.slice(0, -1).split("\0");
}
