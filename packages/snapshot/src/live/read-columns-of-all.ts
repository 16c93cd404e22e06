import pMap from "p-map";
import { isServerTrouble, TrinoError } from "../trino/trino-error.js";
import type { TrinoPort } from "../trino/trino-port.js";
import { CONCURRENT_STATEMENTS } from "./concurrent-statements.js";
import { type ColumnRow, readColumns, type SchemaName } from "./schema-reads.js";

/**
 * The columns of every view of a schema, by view. One bulk statement; where a single view makes that fail for all (a
 * stored type nobody knows any more), one statement for each, and the failing one stays without columns.
 */
export async function readColumnsOfAll(
  port: TrinoPort,
  at: SchemaName,
  names: readonly string[],
): Promise<ReadonlyMap<string, readonly ColumnRow[]>> {
  const rows = (await unlessFailed(readColumns(port, at))) ?? (await readOneByOne(port, at, names));
  const byView = new Map<string, ColumnRow[]>();
  for (const row of rows.toSorted(([, , a], [, , b]) => a - b)) {
    const columns = byView.get(row[0]);
    if (columns === undefined) byView.set(row[0], [row]);
    else columns.push(row);
  }
  return byView;
}

async function readOneByOne(port: TrinoPort, at: SchemaName, names: readonly string[]): Promise<ColumnRow[]> {
  const read = async (name: string) => (await unlessFailed(readColumns(port, at, name))) ?? [];
  return (await pMap(names, read, { concurrency: CONCURRENT_STATEMENTS })).flat();
}

/** `null` when the statement itself failed; a server in trouble is not the statement's fault and stays an error. */
async function unlessFailed(rows: Promise<ColumnRow[]>): Promise<ColumnRow[] | null> {
  try {
    return await rows;
  } catch (error) {
    if (error instanceof TrinoError && !isServerTrouble(error)) return null;
    throw error;
  }
}
