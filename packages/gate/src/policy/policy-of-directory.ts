import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { UserError } from "@schema-gate/contract";
import { shown } from "../shown.js";
import { readPlainFile } from "../sides/read-file.js";
import { CONFIG_FILE, isNoWaiver, type Policy, WAIVERS_FOLDER } from "./policy.js";
import { readPolicyFiles } from "./read-policy-files.js";

/** The policy that stands in a directory: for comparisons outside a repository, and for what is not committed yet. */
export async function policyOfDirectory(directory: string): Promise<Policy> {
  const folder = join(directory, WAIVERS_FOLDER);
  const waivers = filesIn(folder).map((path) => ({ path, bytes: readPlainFile(join(folder, path)) }));
  return readPolicyFiles(
    null,
    readPlainFile(join(directory, CONFIG_FILE)),
    waivers.flatMap(({ path, bytes }) => (bytes === null ? [] : [{ path, bytes }])),
  );
}

/** The files below a folder, as paths from there with `/`; none if there is no such folder. */
function filesIn(folder: string): string[] {
  try {
    const items = readdirSync(folder, { recursive: true, withFileTypes: true });
    const paths = items.filter((item) => !item.isDirectory()).map((item) => join(item.parentPath, item.name));
    return paths
      .map((path) => relative(folder, path).replaceAll(sep, "/"))
      .filter((path) => !isNoWaiver(path))
      .sort();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw new UserError("usage", `Cannot read ${shown(folder)}: ${shown((cause as Error).message)}`, { cause });
  }
}
