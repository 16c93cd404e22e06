import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { snapshotPath, type ViewName, viewLabel } from "@schema-gate/contract";
import { ifMissing } from "../system-error.js";
import { committedViews } from "./committed-views.js";
import { decodeName } from "./decode-name.js";

/** All views that have a snapshot or a history below `root`, by label. */
export async function recordedViews(root: string): Promise<ReadonlyMap<string, ViewName>> {
  const views = new Map<string, ViewName>();
  for (const catalog of await foldersIn(root)) {
    for (const schema of await foldersIn(join(root, folderOf(catalog)))) {
      const found = await committedViews(root, catalog, schema);
      for (const view of [...found.snapshots, ...found.histories]) views.set(viewLabel(view), view);
    }
  }
  return views;
}

function folderOf(catalog: string): string {
  return dirname(dirname(snapshotPath({ catalog, schema: "schema", name: "view" })));
}

async function foldersIn(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(ifMissing([]));
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => decodeName(name));
  return names.filter((name) => name !== null);
}
