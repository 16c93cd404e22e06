import { randomUUID } from "node:crypto";
import { quoteName } from "../live/sql-text.js";
import { openTrino } from "../trino/open-trino.js";
import type { Engine, TrinoPort } from "../trino/trino-port.js";
import { aProfile } from "./a-profile.js";

/** A schema of its own on a real server. */
export interface LiveSchema {
  readonly port: TrinoPort;
  readonly schema: string;
  /** Runs statements in which `$` stands for the schema. */
  run(...statements: readonly string[]): Promise<void>;
  /** Drops the schema with all it holds. */
  close(): Promise<void>;
}

/** The catalog of every test server that holds whatever is created in it, in memory. */
export const CATALOG = "awsdatacatalog";

/** Makes an empty schema whose name no other test has. */
export async function makeLiveSchema(url: string, engine: Engine = "trino"): Promise<LiveSchema> {
  const port = openTrino(aProfile(url, { catalog: CATALOG, engine }), {});
  const schema = `snapshot_${randomUUID().replaceAll("-", "")}`;
  const run = async (...statements: readonly string[]) => {
    for (const statement of statements) await port.query(statement.replaceAll("$", `${CATALOG}.${schema}`));
  };
  await run("CREATE SCHEMA $");
  const close = async () => {
    const sql = `SELECT table_type, table_name FROM ${CATALOG}.information_schema.tables WHERE table_schema = '${schema}'`;
    const { rows } = await port.query(sql);
    for (const [type, name] of rows)
      await run(`DROP ${type === "VIEW" ? "VIEW" : "TABLE"} $.${quoteName(String(name))}`);
    await run("DROP SCHEMA $");
    await port.close();
  };
  return { port, schema, run, close };
}
