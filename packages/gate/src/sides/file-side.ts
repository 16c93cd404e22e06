import { isUtf8 } from "node:buffer";
import { locateView, snapshotPath, UserError, type ViewName, viewLabel } from "@schema-gate/contract";
import type { ContractFiles } from "./contract-files.js";
import { fileBelow } from "./file-below.js";
import type { Side, SideEntry, SideView } from "./side.js";
import { sideDigest } from "./side-digest.js";
import { type ViewFile, viewOfPath } from "./view-of-path.js";

/** A file of a side, known by its path below the root of the snapshots. */
export interface SideFile {
  readonly path: string;
  readonly contentId: string;
}

/** Hands on the bytes of these entries, each once. */
export type ReadFiles = (
  entries: readonly SideEntry[],
  onFile: (entry: SideEntry, bytes: Buffer) => void,
) => Promise<void>;

/** An entry that is a file. Most are never shown: their files are named when somebody asks. */
export class SideFileEntry implements SideEntry {
  readonly name: ViewName;
  readonly contentId: string;
  private readonly root: string;
  private readonly path: string;

  constructor(name: ViewName, contentId: string, root: string, path: string) {
    this.name = name;
    this.contentId = contentId;
    this.root = root;
    this.path = path;
  }

  /** The same file, found below another root. */
  below(root: string): SideFileEntry {
    return root === this.root ? this : new SideFileEntry(this.name, this.contentId, root, this.path);
  }

  get file(): string {
    return fileBelow(this.root, this.path);
  }
}

/** What a side is called and where it comes from. */
export type Origin = Pick<
  Side,
  "kind" | "source" | "commit" | "readFile" | "readFiles" | "readHistories" | "jobs" | "jobFiles"
>;

/** A side that has one snapshot per view below `root`, and contracts beside them where it can. */
export function fileSide(
  origin: Origin,
  root: string,
  files: Iterable<SideFile>,
  readFiles: ReadFiles,
  contracts: ContractFiles | null,
): Side {
  return entriesSide(origin, fileEntries(root, files, "snapshot"), readFiles, contracts);
}

/** The entries of the files below `root`, by the labels of their views. */
export function fileEntries(root: string, files: Iterable<SideFile>, kind: ViewFile): Map<string, SideFileEntry> {
  return putFiles(new Map(), root, files, kind);
}

/** The files that differ between two sides, as each has them; of those before only the paths count. */
export interface ChangedFiles {
  readonly before: readonly Pick<SideFile, "path">[];
  readonly after: readonly SideFile[];
}

/** The entries of a side that is another but for some files: those as that other has them go, those as this one has them come. */
export function changedEntries(
  entries: ReadonlyMap<string, SideEntry>,
  root: string,
  { before, after }: ChangedFiles,
  kind: ViewFile,
): Map<string, SideEntry> {
  const kept = new Map<string, SideEntry>();
  for (const [label, entry] of entries) kept.set(label, entry instanceof SideFileEntry ? entry.below(root) : entry);
  for (const { path } of before) kept.delete(viewLabel(viewOfPath(path, root, kind)));
  return putFiles(kept, root, after, kind);
}

function putFiles<Entries extends Map<string, SideEntry>>(
  entries: Entries,
  root: string,
  files: Iterable<SideFile>,
  kind: ViewFile,
): Entries {
  for (const { path, contentId } of files) {
    const name = viewOfPath(path, root, kind);
    entries.set(viewLabel(name), new SideFileEntry(name, contentId, root, path));
  }
  return entries;
}

/** A side of these entries. */
export function entriesSide(
  origin: Origin,
  entries: ReadonlyMap<string, SideEntry>,
  readFiles: ReadFiles,
  contracts: ContractFiles | null,
): Side {
  return {
    ...origin,
    entries,
    contracts,
    digest: sideDigest(entries, contracts?.entries),
    async read(labels) {
      const wanted = labels.map((label) => entries.get(label)).filter((entry) => entry !== undefined);
      const views = new Map<string, SideView>();
      await readFiles(wanted, (entry, bytes) => views.set(viewLabel(entry.name), readEntry(entry, bytes)));
      return views;
    },
  };
}

function readEntry({ name, file }: SideEntry, bytes: Buffer): SideView {
  requireUtf8(bytes, file);
  const text = locateView(bytes, file);
  if (viewLabel(text) === viewLabel(name)) return { bytes, text, file };
  throw new UserError(
    "usage",
    `${file}:${text.line}: the path says ${viewLabel(name)}, the content ${viewLabel(text)}. ` +
      `Mend the names, or move the file to ${snapshotPath(text)}.`,
  );
}

/** Refuses bytes that would be read as other text than they are. */
export function requireUtf8(bytes: Buffer, file: string): void {
  if (!isUtf8(bytes)) throw notUtf8(file);
}

/** What to say of a file that is not UTF-8. */
export function notUtf8(file: string): UserError {
  return new UserError("usage", `Cannot read ${file}: it is not UTF-8. Save it as UTF-8.`);
}
