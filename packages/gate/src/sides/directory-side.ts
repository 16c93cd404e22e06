import { type Dirent, readdirSync } from "node:fs";
import { join, normalize, resolve, sep } from "node:path";
import { UserError } from "@schema-gate/contract";
import { contentId } from "../content-id.js";
import { shown } from "../shown.js";
import { contractFiles } from "./contract-files.js";
import { fileBelow } from "./file-below.js";
import { fileSide, type ReadFiles, type SideFile } from "./file-side.js";
import { CONTRACTS_FOLDER, SNAPSHOTS_FOLDER } from "./git-side.js";
import { readPlainFile } from "./read-file.js";
import type { Side } from "./side.js";
import { isNoSnapshot } from "./view-of-path.js";

/**
 * The side that stands in `directory`, which is looked for from `cwd`: snapshots, `<catalog>/<schema>/<view>.json`; or, where
 * it has a folder `snapshots` or `schemas`, the snapshots and contracts in those.
 */
export function directorySide(directory: string, cwd: string): Side {
  const root = tidy(directory);
  const place = resolve(cwd, directory);
  const origin = { kind: "directory", source: directory, commit: null } as const;
  const items = entriesOf(place);
  const has = (folder: string) => items.some((item) => item.name === folder && requireFolder(item, place));
  if (!has(SNAPSHOTS_FOLDER) && !has(CONTRACTS_FOLDER)) {
    const { files, read } = filesBelow(place, root);
    return fileSide(origin, root, files, read, null);
  }
  const below = (folder: string) =>
    has(folder) ? filesBelow(join(place, folder), fileBelow(root, folder)) : { files: [], read: async () => {} };
  const [snapshots, contracts] = [below(SNAPSHOTS_FOLDER), below(CONTRACTS_FOLDER)];
  const promised = contractFiles(fileBelow(root, CONTRACTS_FOLDER), contracts.files, contracts.read);
  return fileSide(origin, fileBelow(root, SNAPSHOTS_FOLDER), snapshots.files, snapshots.read, promised);
}

function requireFolder(item: Dirent, place: string): boolean {
  if (!item.isSymbolicLink()) return item.isDirectory();
  throw new UserError("usage", `${shown(join(place, item.name))} is a link; only plain folders are read.`);
}

/** The files below a folder, shown below `root`, read at once. */
function filesBelow(place: string, root: string): { readonly files: readonly SideFile[]; readonly read: ReadFiles } {
  const bytesOf = new Map<string, Buffer>();
  const files: SideFile[] = [];
  for (const path of listFiles(place, "", [])) {
    const bytes = readPlainFile(join(place, path));
    if (bytes === null) throw new UserError("usage", `${shown(path)} vanished while it was read; try again.`);
    bytesOf.set(fileBelow(root, path), bytes);
    files.push({ path, contentId: contentId(bytes) });
  }
  // The bytes that were compared are the bytes that are judged, whatever happens to the files meanwhile.
  const read: ReadFiles = async (entries, onFile) => {
    for (const entry of entries) {
      const bytes = bytesOf.get(entry.file);
      if (bytes) onFile(entry, bytes);
    }
  };
  return { files, read };
}

/** `./snapshots/` is shown as `snapshots`, `.` as nothing. */
function tidy(directory: string): string {
  const parts = normalize(directory)
    .split(sep)
    .filter((part, index) => part !== "" || index === 0);
  const path = parts.join("/");
  return path === "." ? "" : path;
}

/** Collects the files that must be snapshots or contracts, as paths from `place`, in a stable order. */
function listFiles(place: string, below: string, found: string[]): string[] {
  for (const item of entriesOf(join(place, below))) {
    const path = fileBelow(below, item.name);
    if (isNoSnapshot(path)) continue;
    if (item.isDirectory()) listFiles(place, path, found);
    else if (!item.isFile()) {
      throw new UserError("usage", `${shown(join(place, path))} is a link or device, not a plain file.`);
    } else found.push(path);
  }
  return found;
}

function entriesOf(directory: string): Dirent[] {
  try {
    const items = readdirSync(directory, { withFileTypes: true });
    return items.sort((left, right) => (left.name < right.name ? -1 : 1));
  } catch (cause) {
    const reason = shown((cause as Error).message);
    throw new UserError("usage", `Cannot read the directory ${shown(directory)}: ${reason}`, { cause });
  }
}
