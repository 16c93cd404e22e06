import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "@schema-gate/contract";
import { contentId } from "../content-id.js";
import { shown } from "../shown.js";
import { fileBelow } from "./file-below.js";
import type { ReadFiles, SideFile } from "./file-side.js";
import { readPlainFile } from "./read-file.js";
import type { SideEntry } from "./side.js";
import { isNoSnapshot } from "./view-of-path.js";

/** The snapshots or contracts in a folder, shown below `root`, while the side that stands there is made. */
export class FolderFiles {
  readonly root: string;
  /** Of the files that must be snapshots or contracts, as paths below the folder, in a stable order. */
  readonly paths: readonly string[];
  readonly files: SideFile[] = [];
  private readonly place: string;
  private readonly kept = new Map<string, Buffer>();

  /** `place` is the folder on this machine; `null` is an empty one. */
  constructor(place: string | null, root: string) {
    this.root = root;
    this.place = place ?? "";
    this.paths = place === null ? [] : listFiles(place, "", []);
  }

  /** The bytes of a file; in `scratch`, good until the next is read, where they fit. */
  read(path: string, scratch?: Buffer): Buffer {
    const bytes = readPlainFile(`${this.place}/${path}`, scratch);
    if (bytes === null) throw new UserError("usage", `${shown(path)} vanished while it was read; try again.`);
    return bytes;
  }

  /** Makes a file part of the side. `kept` are its bytes when they will be asked for. */
  add(path: string, id: string, kept: Buffer | null): SideFile {
    const file = { path, contentId: id };
    this.files.push(file);
    if (kept) this.kept.set(fileBelow(this.root, path), kept);
    return file;
  }

  /** Reads all of the files and makes them part of the side. */
  addAll(): this {
    for (const path of this.paths) {
      const bytes = this.read(path);
      this.add(path, contentId(bytes), bytes);
    }
    return this;
  }

  readonly readFiles: ReadFiles = async (entries, onFile) => {
    // The bytes that were compared are the bytes that are judged, whatever happens to the files meanwhile.
    for (const entry of entries) onFile(entry, this.kept.get(entry.file) ?? this.readAgain(entry));
  };

  private readAgain({ file, contentId: id }: SideEntry): Buffer {
    const bytes = this.read(this.root === "" ? file : file.slice(this.root.length + 1));
    if (contentId(bytes) === id) return bytes;
    throw new UserError("usage", `${shown(file)} changed while it was compared; try again.`);
  }
}

function listFiles(place: string, below: string, found: string[]): string[] {
  for (const name of namesIn(join(place, below))) {
    const path = fileBelow(below, name);
    if (isNoSnapshot(path)) continue;
    // What looks like a snapshot is not asked for its kind: whoever reads it refuses what is no plain file.
    if (name.endsWith(".json")) found.push(path);
    else if (isDirectory(join(place, path))) listFiles(place, path, found);
    else found.push(path);
  }
  return found;
}

function isDirectory(path: string): boolean {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined || stat.isDirectory()) return stat !== undefined;
  if (stat.isFile()) return false;
  throw new UserError("usage", `${shown(path)} is a link or device, not a plain file.`);
}

/** The names of what is in a directory, sorted. */
export function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory).sort();
  } catch (cause) {
    const reason = shown((cause as Error).message);
    throw new UserError("usage", `Cannot read the directory ${shown(directory)}: ${reason}`, { cause });
  }
}
