import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { UserError } from "@schema-gate/contract";
import { shown } from "../shown.js";
import { readPlainFile } from "../sides/read-file.js";
import type { FileTree } from "./file-tree.js";

/** The files of a directory as they stand now. */
export function directoryTree(directory: string): FileTree {
  const list = async (folder: string) => filesBelow(directory, folder);
  return {
    list,
    async read(paths) {
      const found = new Map<string, Buffer>();
      for (const path of paths) {
        const bytes = readPlainFile(join(directory, path));
        if (bytes !== null) found.set(path, bytes);
      }
      return found;
    },
    // Whoever asks reads them all anyway, and looks for the names in what it has read.
    mentioning: async (folders) => (await Promise.all(folders.map(list))).flat(),
  };
}

function filesBelow(directory: string, folder: string): string[] {
  try {
    const items = readdirSync(join(directory, folder), { recursive: true, withFileTypes: true });
    return items
      .filter((item) => !item.isDirectory())
      .map((item) => relative(directory, join(item.parentPath, item.name)).replaceAll(sep, "/"))
      .sort();
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return [];
    throw new UserError("usage", `Cannot read ${shown(folder)}: ${shown(message)}`, { cause });
  }
}
