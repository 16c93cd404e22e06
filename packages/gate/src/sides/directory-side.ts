import { type Dirent, readdirSync } from "node:fs";
import { join, normalize, resolve, sep } from "node:path";
import { UserError } from "@schema-gate/contract";
import { contentId } from "../content-id.js";
import { shown } from "../shown.js";
import { fileBelow } from "./file-below.js";
import { fileSide, type SideFile } from "./file-side.js";
import { readPlainFile } from "./read-file.js";
import type { Side } from "./side.js";
import { isNoSnapshot } from "./view-of-path.js";

/** The side that stands in a directory of snapshots, `<catalog>/<schema>/<view>.json` below `directory`, which is looked for from `cwd`. */
export function directorySide(directory: string, cwd: string): Side {
  const root = tidy(directory);
  const place = resolve(cwd, directory);
  const bytesOf = new Map<string, Buffer>();
  const files: SideFile[] = [];
  for (const path of listFiles(place, "", [])) {
    const bytes = readPlainFile(join(place, path));
    if (bytes === null) throw new UserError("usage", `${shown(path)} vanished while it was read; try again.`);
    bytesOf.set(fileBelow(root, path), bytes);
    files.push({ path, contentId: contentId(bytes) });
  }
  return fileSide({ kind: "directory", source: directory, commit: null }, root, files, async (entries, onFile) => {
    // The bytes that were compared are the bytes that are judged, whatever happens to the files meanwhile.
    for (const entry of entries) {
      const bytes = bytesOf.get(entry.file);
      if (bytes) onFile(entry, bytes);
    }
  });
}

/** `./snapshots/` is shown as `snapshots`, `.` as nothing. */
function tidy(directory: string): string {
  const parts = normalize(directory)
    .split(sep)
    .filter((part, index) => part !== "" || index === 0);
  const path = parts.join("/");
  return path === "." ? "" : path;
}

/** Collects the files that must be snapshots, as paths from `place`, in a stable order. */
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
