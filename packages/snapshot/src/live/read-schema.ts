import { UserError, type ViewKind } from "@schema-gate/contract";
import type { TrinoPort } from "../trino/trino-port.js";
import { readColumnsOfAll } from "./read-columns-of-all.js";
import type { Relation } from "./relation.js";
import {
  readComments,
  readDefinitions,
  readMaterializedViews,
  readSchemaExists,
  readTables,
  type SchemaName,
} from "./schema-reads.js";

/** Everything one schema publishes, in six bulk statements. Throws a UserError (`usage`) when there is no such schema. */
export async function readSchema(port: TrinoPort, at: SchemaName): Promise<Relation[]> {
  if (!(await readSchemaExists(port, at))) {
    throw new UserError(
      "usage",
      `Trino at ${port.server} shows this user no schema "${at.schema}" in the catalog "${at.catalog}". Correct the profile.`,
    );
  }
  const tables = await readTables(port, at);
  const names = tables.map(([name]) => name);
  const [definitions, comments, materialized, columns] = await Promise.all([
    readDefinitions(port, at),
    readComments(port, at),
    readMaterializedViews(port, at),
    readColumnsOfAll(port, at, names),
  ]);
  const commentOf = new Map(comments);
  const materializedSql = new Map(materialized.map(([name, definition]) => [name, definition]));
  const definitionOf = new Map<string, string | null>([...materializedSql, ...definitions]);
  // Where a materialized view keeps its rows is nobody's promise, even when it shows in the same schema.
  const storage = new Set(
    materialized.filter(([, , catalog, schema]) => catalog === at.catalog && schema === at.schema).map((row) => row[4]),
  );
  return tables
    .filter(([name]) => !storage.has(name))
    .map(([name, type]) => ({
      view: { ...at, name },
      kind: kindOf(type, materializedSql.has(name)),
      comment: commentOf.get(name) || null,
      definition: definitionOf.get(name) ?? null,
      columns: columns.get(name) ?? [],
    }));
}

function kindOf(tableType: string, isMaterialized: boolean): ViewKind {
  if (isMaterialized) return "materialized-view";
  return tableType === "VIEW" ? "view" : "table";
}
