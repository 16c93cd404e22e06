import { directoryReaders, type Policy, type ReaderSource } from "@schema-gate/gate";
import type { Io } from "./io.js";

/** What a comparison of two named sides costs must follow the change, not the catalogue. */
const MOST_VIEWS = 2000;

/** Where the readers of a comparison are known from: the directory it runs in. Says so where views are not searched. */
export function readersHere({ config }: Pick<Policy, "config">, { cwd, err }: Io): ReaderSource {
  const source = directoryReaders(cwd, config.jobFolders, MOST_VIEWS);
  if (source.views === null && source.contracts !== null) {
    const where = "schema-diff check and schema-diff readers do that";
    err.write(`There are more than ${MOST_VIEWS} snapshots here: views were not searched for readers; ${where}.\n`);
  }
  return source;
}
