import * as z from "zod";
import type { TrinoPort } from "../trino/trino-port.js";
import { readRows } from "./read-rows.js";
import { quoteName, quoteText } from "./sql-text.js";

// Every bulk read filters on schema equality alone: lists of table names, LIKE or functions make Trino walk the whole
// catalogue (InformationSchemaMetadata.calculatePrefixesWithTableName).

const text = z.string();
const maybeText = z.string().nullable();

/** A Trino schema, its names in lower case as Trino keeps them. */
export interface SchemaName {
  readonly catalog: string;
  readonly schema: string;
}

/** Whether the catalogue knows the schema: without this a misspelt schema reads like an empty one. */
export async function readSchemaExists(port: TrinoPort, { catalog, schema }: SchemaName): Promise<boolean> {
  const sql = `SELECT schema_name FROM ${quoteName(catalog)}.information_schema.schemata WHERE schema_name = ${quoteText(schema)}`;
  return (await readRows(port, sql, z.tuple([text]))).length > 0;
}

/** Name and `VIEW` or `BASE TABLE`, which is the word for materialized views too. */
export function readTables(port: TrinoPort, at: SchemaName): Promise<[string, string][]> {
  return readRows(port, `SELECT table_name, table_type FROM ${fromTable(at, "tables")}`, z.tuple([text, text]));
}

/** Name and SQL of the views that are not materialized. */
export function readDefinitions(port: TrinoPort, at: SchemaName): Promise<[string, string][]> {
  return readRows(port, `SELECT table_name, view_definition FROM ${fromTable(at, "views")}`, z.tuple([text, text]));
}

/** Name and comment of views and tables. PrestoDB has no such listing (and no comments on views): there they stay unknown. */
export async function readComments(port: TrinoPort, at: SchemaName): Promise<[string, string | null][]> {
  if (port.engine === "presto") return [];
  const sql = `SELECT table_name, comment FROM system.metadata.table_comments WHERE ${inCatalog(at)}`;
  return await readRows(port, sql, z.tuple([text, maybeText]));
}

/** Name, SQL and storage table (catalog, schema, name) of the materialized views. PrestoDB has no such listing: see `settleKind`. */
export async function readMaterializedViews(port: TrinoPort, at: SchemaName) {
  if (port.engine === "presto") return [];
  // Never `freshness`: it is computed for each materialized view by asking for all its base tables.
  const columns = "name, definition, storage_catalog, storage_schema, storage_table";
  const sql = `SELECT ${columns} FROM system.metadata.materialized_views WHERE ${inCatalog(at)}`;
  return await readRows(port, sql, z.tuple([text, maybeText, maybeText, maybeText, maybeText]));
}

/** Table, column, position, nullable (`YES`, `NO`), display text of the type, comment; `table` reads just one. */
export function readColumns(port: TrinoPort, at: SchemaName, table?: string) {
  const only = table === undefined ? "" : ` AND table_name = ${quoteText(table)}`;
  const sql = `SELECT table_name, column_name, ordinal_position, is_nullable, data_type, comment FROM ${fromTable(at, "columns")}${only}`;
  return readRows(port, sql, z.tuple([text, text, z.number(), text, text, maybeText]));
}

/** One column as `readColumns` gives it. */
export type ColumnRow = Awaited<ReturnType<typeof readColumns>>[number];

function fromTable({ catalog, schema }: SchemaName, table: string): string {
  return `${quoteName(catalog)}.information_schema.${table} WHERE table_schema = ${quoteText(schema)}`;
}

function inCatalog({ catalog, schema }: SchemaName): string {
  return `catalog_name = ${quoteText(catalog)} AND schema_name = ${quoteText(schema)}`;
}
