import type { ViewName } from "@schema-gate/contract";
import * as z from "zod";
import { TrinoError } from "../trino/trino-error.js";
import type { TrinoPort } from "../trino/trino-port.js";
import { readRows } from "./read-rows.js";
import type { Relation } from "./relation.js";
import { materializedDefinition } from "./show-create-view.js";
import { qualifiedName } from "./sql-text.js";

/**
 * A relation with its true kind. PrestoDB (seen on 0.296) lists a materialized view as a table and keeps its SQL out of
 * every listing, so each table is asked for by name. Who may not see how it was created sees a table.
 */
export async function settleKind(port: TrinoPort, listed: Relation): Promise<Relation> {
  if (port.engine !== "presto" || listed.kind === "view") return listed;
  const createView = await readCreateMaterializedView(port, listed.view);
  if (createView === null) return listed;
  return { ...listed, kind: "materialized-view", definition: materializedDefinition(createView) };
}

async function readCreateMaterializedView(port: TrinoPort, view: ViewName): Promise<string | null> {
  try {
    const rows = await readRows(port, `SHOW CREATE MATERIALIZED VIEW ${qualifiedName(view)}`, z.tuple([z.string()]));
    return rows[0]?.[0] ?? null;
  } catch (error) {
    if (error instanceof TrinoError && (saysItIsATable(error) || error.errorName === "PERMISSION_DENIED")) return null;
    throw error;
  }
}

/** PrestoDB has no error name of its own for this (ShowQueriesRewrite.visitShowCreate). */
function saysItIsATable(error: TrinoError): boolean {
  return error.errorName === "SYNTAX_ERROR" && error.reason.endsWith("' is a table, not a materialized view");
}
