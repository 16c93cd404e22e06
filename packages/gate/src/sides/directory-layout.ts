import { lstatSync } from "node:fs";
import { join, normalize, resolve, sep } from "node:path";
import { UserError } from "@schema-gate/contract";
import { shown } from "../shown.js";
import { fileBelow } from "./file-below.js";
import { namesIn } from "./folder-files.js";
import { CONTRACTS_FOLDER, SNAPSHOTS_FOLDER } from "./git-side.js";

/** Where files stand on this machine, `null` for nowhere, and below which root they are shown. */
interface FolderPlace {
  readonly place: string | null;
  readonly root: string;
}

/** Where in a directory snapshots and contracts stand; `contracts` is `null` in a mere directory of snapshots. */
export interface DirectoryLayout {
  readonly snapshots: FolderPlace;
  readonly contracts: FolderPlace | null;
}

/** Looks for the folders `snapshots` and `schemas`; without either the directory is one of snapshots itself. */
export function layoutOf(directory: string, cwd: string): DirectoryLayout {
  const root = tidy(directory);
  const place = resolve(cwd, directory);
  const names = namesIn(place);
  const below = (folder: string): FolderPlace => ({
    place: names.includes(folder) && isFolder(join(place, folder)) ? join(place, folder) : null,
    root: fileBelow(root, folder),
  });
  const [snapshots, contracts] = [below(SNAPSHOTS_FOLDER), below(CONTRACTS_FOLDER)];
  if (snapshots.place === null && contracts.place === null) return { snapshots: { place, root }, contracts: null };
  return { snapshots, contracts };
}

function isFolder(path: string): boolean {
  const stat = lstatSync(path);
  if (!stat.isSymbolicLink()) return stat.isDirectory();
  throw new UserError("usage", `${shown(path)} is a link; only plain folders are read.`);
}

/** `./snapshots/` is shown as `snapshots`, `.` as nothing. */
function tidy(directory: string): string {
  const parts = normalize(directory)
    .split(sep)
    .filter((part, index) => part !== "" || index === 0);
  const path = parts.join("/");
  return path === "." ? "" : path;
}
