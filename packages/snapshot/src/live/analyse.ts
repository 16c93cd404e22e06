import type { ViewName } from "@schema-gate/contract";
import type { ResultColumn, TrinoPort } from "../trino/trino-port.js";
import { qualifiedName } from "./sql-text.js";

// A stored view can be stale while the catalogue still shows it healthy, so each is analysed afresh; neither statement
// reads data. Both throw a TrinoError with the reason when the view does not analyse.

/** Whether readers can still use the view. */
export async function analyse(port: TrinoPort, view: ViewName): Promise<void> {
  await port.query(`EXPLAIN (TYPE VALIDATE) SELECT * FROM ${qualifiedName(view)}`);
}

/** The same, and the columns with their types as trees, at the price of planning an empty query. */
export async function analyseWithColumns(port: TrinoPort, view: ViewName): Promise<readonly ResultColumn[]> {
  return (await port.query(`SELECT * FROM ${qualifiedName(view)} LIMIT 0`)).columns;
}
