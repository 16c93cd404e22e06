import { type ViewName, viewLabel } from "@schema-gate/contract";
import * as z from "zod";
import { isServerTrouble, TrinoError } from "../trino/trino-error.js";
import type { TrinoPort } from "../trino/trino-port.js";
import { analyse } from "./analyse.js";
import { confirmGone } from "./confirm-gone.js";
import { readRows } from "./read-rows.js";
import { quoteName, quoteText } from "./sql-text.js";

/** The tables a text of SQL reads, by the parts of their names, or why that cannot be told (`tablesRead` of the sql package). */
export type TablesRead = (text: string) => readonly (readonly string[])[] | string;

/** How a failure is followed down. */
export interface CauseSearch {
  readonly port: TrinoPort;
  readonly tablesRead: TablesRead;
  /** The SQL of views that is known already, by label. */
  readonly definitions: ReadonlyMap<string, string>;
}

/** So many views above each other nobody builds; it ends a search that goes round in circles. */
const DEEPEST = 10;

/**
 * The tables that made a view fail, by label: what its SQL names and is not there, or fails itself, followed down to where
 * it begins; else what it reads at that place, one of which must have changed. Empty where the SQL cannot be followed.
 */
export async function findCause(search: CauseSearch, view: ViewName, depth = 0): Promise<readonly string[]> {
  const definition = await definitionOf(search, view);
  const read = definition === null ? [] : search.tablesRead(definition);
  if (typeof read === "string") return [];
  const sources = read.filter((parts) => parts.length <= 3).map((parts) => completed(parts, view));
  const { gone } = await confirmGone(search.port, sources);
  if (gone.length > 0) return labels(gone);
  for (const source of depth < DEEPEST ? sources : []) {
    if (!(await isBroken(search.port, source))) continue;
    const below = await findCause(search, source, depth + 1);
    return below.length > 0 ? below : labels([source]);
  }
  return labels(sources);
}

/** Names of fewer parts are looked for beside the view: where else they may stand, nobody tells. */
function completed(parts: readonly string[], { catalog, schema }: ViewName): ViewName {
  const [name = "", inSchema = schema, inCatalog = catalog] = [...parts].reverse();
  return { catalog: inCatalog, schema: inSchema, name };
}

function labels(views: readonly ViewName[]): string[] {
  return [...new Set(views.map(viewLabel))].sort();
}

async function definitionOf({ port, definitions }: CauseSearch, view: ViewName): Promise<string | null> {
  const known = definitions.get(viewLabel(view));
  if (known !== undefined) return known;
  const { catalog, schema, name } = view;
  const where = `table_schema = ${quoteText(schema)} AND table_name = ${quoteText(name)}`;
  const sql = `SELECT view_definition FROM ${quoteName(catalog)}.information_schema.views WHERE ${where}`;
  const [row] = await orNothing(readRows(port, sql, z.tuple([z.string()])), []);
  return row?.[0] ?? null;
}

async function isBroken(port: TrinoPort, view: ViewName): Promise<boolean> {
  return orNothing(
    analyse(port, view).then(() => false),
    true,
  );
}

/** A search for reasons must not fail for what it cannot see; a server in trouble is another matter. */
async function orNothing<Value>(value: Promise<Value>, nothing: Value): Promise<Value> {
  try {
    return await value;
  } catch (error) {
    if (error instanceof TrinoError && !isServerTrouble(error)) return nothing;
    throw error;
  }
}
