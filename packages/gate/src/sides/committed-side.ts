import { statSync } from "node:fs";
import { resolve } from "node:path";
import { UserError, type ViewName, viewLabel } from "@schema-gate/contract";
import { shown } from "../shown.js";
import { contractEntries, contractFiles } from "./contract-files.js";
import { directorySide } from "./directory-side.js";
import { entriesSide, type SideFileEntry } from "./file-side.js";
import { FolderFiles } from "./folder-files.js";
import type { Side, SideEntry } from "./side.js";

/** The folders of what is committed, looked for from the working directory. */
export interface CommittedFolders {
  readonly snapshots: string;
  readonly schemas: string;
}

/** Snapshots and contracts from two folders, as far as `covers` tells. One of them may be missing; both are wrong usage. */
export function committedSide(
  { snapshots, schemas }: CommittedFolders,
  cwd: string,
  covers: (view: ViewName) => boolean,
): Side {
  const shows = isFolder(snapshots, cwd) ? directorySide(snapshots, cwd) : null;
  const promises = isFolder(schemas, cwd) ? contractsBelow(schemas, cwd, covers) : null;
  if (!shows && !promises) {
    const text = `There is neither ${shown(snapshots)} nor ${shown(schemas)}`;
    throw new UserError("usage", `${text}; name the folders that hold what is committed, or take snapshots first.`);
  }
  const entries = covered(shows?.entries ?? new Map<string, SideEntry>(), covers);
  const origin = { kind: "directory", source: snapshots, commit: null } as const;
  const read: Side["read"] = shows ? (labels) => shows.read(labels) : async () => new Map();
  const histories = shows?.readHistories ? { readHistories: shows.readHistories } : {};
  return { ...entriesSide(origin, entries, async () => {}, promises), read, ...histories };
}

function contractsBelow(folder: string, cwd: string, covers: (view: ViewName) => boolean) {
  const { root, files, readFiles } = new FolderFiles(resolve(cwd, folder), folder).addAll();
  const all = contractFiles(root, files, readFiles);
  return contractEntries(covered(all.entries, covers), readFiles);
}

function covered<Entry extends SideEntry | SideFileEntry>(
  entries: ReadonlyMap<string, Entry>,
  covers: (view: ViewName) => boolean,
): Map<string, Entry> {
  return new Map(
    [...entries.values()].filter(({ name }) => covers(name)).map((entry) => [viewLabel(entry.name), entry]),
  );
}

function isFolder(path: string, cwd: string): boolean {
  return statSync(resolve(cwd, path), { throwIfNoEntry: false })?.isDirectory() === true;
}
