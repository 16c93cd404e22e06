import type { ViewName } from "@schema-gate/contract";
import type { ResultColumn, TrinoPort } from "../trino/trino-port.js";
import { qualifiedName } from "./sql-text.js";

/** The columns a view stores, and those its SQL yields now, in the same order. */
export interface AnalysedColumns {
  readonly stored: readonly ResultColumn[];
  readonly derived: readonly ResultColumn[];
}

/**
 * Analyses a view and its SQL by itself in one statement, which reads no data. Throws a TrinoError when either fails: names
 * in the SQL may be looked for where nobody tells us, and what it reads may be closed to us while the view is not.
 */
export async function analyseDerived(
  port: TrinoPort,
  view: ViewName,
  definition: string,
): Promise<AnalysedColumns | null> {
  const sql = `SELECT * FROM ${qualifiedName(view)} CROSS JOIN (\n${definition}\n) LIMIT 0`;
  const { columns } = await port.query(sql);
  const half = columns.length / 2;
  if (!Number.isInteger(half)) return null;
  return { stored: columns.slice(0, half), derived: columns.slice(half) };
}
