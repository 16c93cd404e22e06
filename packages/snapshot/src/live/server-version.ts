import * as z from "zod";
import type { TrinoPort } from "../trino/trino-port.js";
import { readRows } from "./read-rows.js";

/** The version the server states, such as `476` or `0.289`. */
export async function readServerVersion(port: TrinoPort): Promise<string> {
  const sql =
    port.engine === "presto"
      ? "SELECT node_version FROM system.runtime.nodes WHERE coordinator = true"
      : "SELECT version()";
  const rows = await readRows(port, sql, z.tuple([z.string()]));
  return rows[0]?.[0] ?? "unknown";
}

/** Whether types print with every row field name quoted, which is what makes the print unambiguous: Trino from 480 on. */
export function printsQuotedFields(port: TrinoPort, serverVersion: string): boolean {
  return port.engine === "trino" && Number.parseInt(serverVersion, 10) >= 480;
}
