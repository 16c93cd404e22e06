import { existsSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { UserError } from "@schema-gate/contract";
import { shown } from "../shown.js";
import { fileBelow } from "../sides/file-below.js";
import { requireUtf8 } from "../sides/file-side.js";
import { readPlainFile } from "../sides/read-file.js";
import type { ReadingText } from "./reader.js";

/** Where teams register their queries, `readers/<team>/*.sql`. */
export const READERS_FOLDER = "readers";

/** The queries teams have registered. A `.sql` file elsewhere below the folder is an error: it would be overlooked. */
export function registeredTexts(directory: string): ReadingText[] {
  const folder = join(directory, READERS_FOLDER);
  if (!existsSync(folder)) return [];
  const items = readdirSync(folder, { recursive: true, withFileTypes: true });
  return items
    .filter((item) => !item.isDirectory() && item.name.endsWith(".sql"))
    .map((item) => relative(folder, join(item.parentPath, item.name)).replaceAll(sep, "/"))
    .sort()
    .map((path) => registered(path, folder));
}

function registered(path: string, folder: string): ReadingText {
  const file = fileBelow(READERS_FOLDER, path);
  const [team = "", ...rest] = path.split("/");
  if (rest.length !== 1) {
    throw new UserError("usage", `${shown(file)} belongs to no team; move it to ${READERS_FOLDER}/<team>/.`);
  }
  const bytes = readPlainFile(join(folder, path));
  if (bytes === null) throw new UserError("usage", `${shown(file)} vanished while it was read; try again.`);
  requireUtf8(bytes, file);
  return { kind: "query", name: team, file, sql: bytes.toString("utf8"), home: null };
}
