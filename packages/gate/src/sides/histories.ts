import { join } from "node:path";
import {
  HISTORY_ENDING,
  type History,
  historyPath,
  parseHistory,
  rebuildHistory,
  viewLabel,
} from "@schema-gate/contract";
import type { Commits } from "../git/commits.js";
import { requirePlainFile } from "../git/list-tree.js";
import { fileBelow } from "./file-below.js";
import { readPlainFile } from "./read-file.js";
import type { Side, SideEntry } from "./side.js";

type ReadHistories = NonNullable<Side["readHistories"]>;

/** Reads histories that stand beside their snapshots below a folder of this machine. */
export function historiesOfFolder(place: string): ReadHistories {
  return async (views) => {
    const found = views.map((view) => [viewLabel(view), readPlainFile(join(place, historyPath(view)))] as const);
    return new Map(found.flatMap(([label, bytes]) => (bytes ? [[label, bytes] as const] : [])));
  };
}

/** Reads those that a commit has below `root`: one listing and one reading for all. */
export function historiesOfCommit(commits: Commits, commit: string, root: string): ReadHistories {
  return async (views) => {
    const labels = new Map(views.map((view) => [fileBelow(root, historyPath(view)), viewLabel(view)]));
    const files = [...(await commits.files(commit, root))].filter(({ path }) => labels.has(path));
    for (const file of files) requirePlainFile(file);
    const read = new Map<string, Buffer>();
    const ids = files.map(({ blob }) => blob);
    await commits.readBlobs(ids, (index, bytes) => read.set(labels.get(files[index]?.path ?? "") ?? "", bytes));
    return read;
  };
}

/** Where the history of a view stands: beside its snapshot. */
export function historyFile({ file }: Pick<SideEntry, "file">): string {
  return file.replace(/\.json$/, HISTORY_ENDING);
}

/** The history that stands beside a snapshot, from its bytes. Throws a UserError naming file, line and reason. */
export function historyBeside(entry: Pick<SideEntry, "name" | "file">, bytes: Buffer): History {
  const file = historyFile(entry);
  return rebuildHistory(parseHistory(bytes, file), file, entry.name);
}
