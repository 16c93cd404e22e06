import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { snapshotPath, UserError, type ViewName } from "@schema-gate/contract";
import { ifMissing } from "../system-error.js";

/** The views of one schema that have a file below `root`, by their file names alone (a damaged file counts too), in no order. */
export async function committedViews(root: string, catalog: string, schema: string): Promise<ViewName[]> {
  const folder = join(root, dirname(snapshotPath({ catalog, schema, name: "view" })));
  const files = await readdir(folder).catch(ifMissing<string[]>([]));
  return files
    .filter((file) => file.endsWith(".json") && !file.startsWith("."))
    .map((file) => ({ catalog, schema, name: viewOfFile(file, folder) }));
}

function viewOfFile(file: string, folder: string): string {
  const name = decodeName(file.slice(0, -".json".length));
  if (name !== null && file === snapshotPath({ catalog: "c", schema: "s", name }).slice("c/s/".length)) return name;
  throw new UserError(
    "usage",
    `${join(folder, file)} is not named as a snapshot is (names percent-encoded outside [a-z0-9_]). Rename or remove it.`,
  );
}

function decodeName(encoded: string): string | null {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return null;
  }
}
