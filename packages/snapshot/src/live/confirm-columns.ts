import type { ViewName } from "@schema-gate/contract";
import { isServerTrouble, TrinoError } from "../trino/trino-error.js";
import type { TrinoPort } from "../trino/trino-port.js";
import { qualifiedName, quoteName } from "./sql-text.js";
import { wholeReadFailed } from "./whole-read-failed.js";

/**
 * Of columns that a view does not show, those that are there all the same: listings leave out what the user may not read,
 * and only a query that names the column is told so.
 */
export async function hiddenColumns(
  port: TrinoPort,
  view: ViewName,
  names: readonly string[],
): Promise<readonly string[]> {
  const hidden: string[] = [];
  for (const name of names) if (await isHidden(port, view, name)) hidden.push(name);
  return hidden;
}

/** Why nothing can be concluded from what a view shows. */
export function mayNotRead(hidden: readonly string[]): string {
  return `This user may not read all of its columns: ${hidden.join(", ")}.`;
}

async function isHidden(port: TrinoPort, view: ViewName, name: string): Promise<boolean> {
  try {
    await port.query(`EXPLAIN (TYPE VALIDATE) SELECT ${quoteName(name)} FROM ${qualifiedName(view)}`);
    return true;
  } catch (error) {
    if (!(error instanceof TrinoError)) throw error;
    if (isServerTrouble(error)) throw wholeReadFailed(port, error);
    return error.errorName === "PERMISSION_DENIED";
  }
}
