import { readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { HISTORY_ENDING, historyPath, snapshotPath, UserError, type ViewName } from "@schema-gate/contract";
import { ifMissing } from "../system-error.js";
import { decodeName } from "./decode-name.js";

/** The views of one schema that have a file below a root, in no order. */
export interface CommittedViews {
  /** Those that have a snapshot, by their file names alone: a damaged file counts too. */
  readonly snapshots: readonly ViewName[];
  /** Those that have a history; of a view that was removed it is all that is left. */
  readonly histories: readonly ViewName[];
}

/** Finds the files of one schema. Throws a UserError (`usage`) for a file that is named as no view's is. */
export async function committedViews(root: string, catalog: string, schema: string): Promise<CommittedViews> {
  const folder = join(root, dirname(snapshotPath({ catalog, schema, name: "view" })));
  const files = await readdir(folder).catch(ifMissing<string[]>([]));
  const named = (ending: string, pathOf: (view: ViewName) => string) =>
    files
      .filter((file) => file.endsWith(ending) && !file.startsWith("."))
      .map((file) => viewOfFile(join(folder, file), file.slice(0, -ending.length), { catalog, schema }, pathOf));
  return { snapshots: named(".json", snapshotPath), histories: named(HISTORY_ENDING, historyPath) };
}

function viewOfFile(
  file: string,
  encoded: string,
  at: Omit<ViewName, "name">,
  pathOf: (view: ViewName) => string,
): ViewName {
  const name = decodeName(encoded);
  const view = name === null ? null : { ...at, name };
  if (view !== null && basename(file) === basename(pathOf(view))) return view;
  throw new UserError(
    "usage",
    `${file} is not named as a snapshot is (names percent-encoded outside [a-z0-9_]). Rename or remove it.`,
  );
}
