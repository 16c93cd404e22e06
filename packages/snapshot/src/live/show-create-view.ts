import type { Security, ViewName } from "@schema-gate/contract";
import * as z from "zod";
import { TrinoError } from "../trino/trino-error.js";
import type { TrinoPort } from "../trino/trino-port.js";
import { readRows } from "./read-rows.js";
import { qualifiedName } from "./sql-text.js";

/** With whose rights a view reads; `null` when the user may not see it (that takes more than reading the view). */
export async function readSecurity(port: TrinoPort, view: ViewName): Promise<Security | null> {
  try {
    const rows = await readRows(port, `SHOW CREATE VIEW ${qualifiedName(view)}`, z.tuple([z.string()]));
    return parseSecurity(rows[0]?.[0] ?? "");
  } catch (error) {
    if (error instanceof TrinoError && error.errorName === "PERMISSION_DENIED") return null;
    throw error;
  }
}

const NAME = String.raw`(?:"[^"]*(?:""[^"]*)*"|[^\s".]+)`;
// Versions differ in how they print a comment that is not plain ASCII: as it is, or as U&'…'.
const COMMENT = "COMMENT (?:U&)?'[^']*(?:''[^']*)*'";
const HEAD = new RegExp(
  String.raw`^\s*CREATE VIEW ${NAME}(?:\.${NAME}){0,2}\s+(?:${COMMENT}\s+)?(?:SECURITY (DEFINER|INVOKER)\s+)?(?:WITH \(|AS\s)`,
);

// A property's text may hold parentheses of its own.
const PROPERTIES = String.raw`WITH \((?:'[^']*'|[^'()]|\([^'()]*\))*\)`;
const MATERIALIZED_HEAD = new RegExp(
  String.raw`^\s*CREATE MATERIALIZED VIEW ${NAME}(?:\.${NAME}){0,2}\s+(?:${COMMENT}\s+)?(?:SECURITY (?:DEFINER|INVOKER)\s+)?(?:${PROPERTIES}\s+)?AS\s`,
);

/** Reads the SQL out of what SHOW CREATE MATERIALIZED VIEW prints; `null`, unknown, when it is not understood. */
export function materializedDefinition(createView: string): string | null {
  const head = MATERIALIZED_HEAD.exec(createView);
  return head === null ? null : createView.slice(head[0].length);
}

/** Reads the SECURITY clause of what SHOW CREATE VIEW prints; without one a view has its definer's rights. */
export function parseSecurity(createView: string): Security | null {
  const head = HEAD.exec(createView);
  if (head === null) return null;
  return head[1] === "INVOKER" ? "invoker" : "definer";
}
