import { randomUUID } from "node:crypto";
import { openTrino, type TrinoPort } from "@schema-gate/snapshot";

const catalog = "awsdatacatalog";

/** Two schemas of one batch on a real server, with the tables that its views read. */
export interface OracleWorld {
  readonly port: TrinoPort;
  readonly catalog: string;
  /** The public schema and the one beside it, as names of the catalog. */
  readonly schemas: readonly [open: string, beside: string];
  /** Puts the schemas in for `{schema}` and `{other}`. */
  readonly named: (sql: string) => string;
  /** Runs a statement that must succeed, with `{schema}` and `{other}` in it. */
  readonly run: (sql: string) => Promise<void>;
  /** Adds a row to the source that most views read. */
  readonly addRow: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const runs =
  "(1, 1, ARRAY['a']), (1, 2, ARRAY['a', 'b']), (2, 1, ARRAY['a']), (3, 1, ARRAY['b', 'c']), (3, 1, ARRAY['b'])";
const late = "(2, 3, ARRAY['c'])";

/**
 * `tags` are unnested; `k` decides the values of a view's columns, `g` nothing. What is filled once, as tables are, is
 * filled from what `runs` holds when the readers ask.
 */
const tables = [
  `CREATE TABLE {schema}.runs AS SELECT * FROM (VALUES ${runs}) AS t (k, g, tags)`,
  `CREATE TABLE {schema}.filled_runs AS SELECT * FROM (VALUES ${runs}, ${late}) AS t (k, g, tags)`,
  "CREATE TABLE {schema}.others AS SELECT * FROM (VALUES (1, 1, ARRAY['a', 'b']), (2, 2, ARRAY['a'])) AS t (k, g, tags)",
  "CREATE TABLE {schema}.hosts AS SELECT * FROM (VALUES 1, 2, 2) AS t (k)",
];

export async function makeOracleWorld(url: string): Promise<OracleWorld> {
  const timeouts = { connectSeconds: 30, querySeconds: 300 };
  const profile = {
    server: url,
    engine: "trino" as const,
    catalog,
    schemas: [],
    user: "oracle",
    caFile: null,
    headers: {},
  };
  const port = openTrino({ ...profile, auth: { kind: "none" }, timeouts }, {});
  const open = `oracle_${randomUUID().replaceAll("-", "")}`;
  const beside = `beside_${open}`;
  const named = (sql: string) =>
    sql.replaceAll("{schema}", `${catalog}.${open}`).replaceAll("{other}", `${catalog}.${beside}`);
  const run = async (sql: string) => {
    try {
      await port.query(named(sql));
    } catch (error) {
      throw new Error(`a statement of the oracle's own failed: ${named(sql)}`, { cause: error });
    }
  };
  for (const sql of ["CREATE SCHEMA {schema}", "CREATE SCHEMA {other}", ...tables]) await run(sql);
  return {
    port,
    catalog,
    schemas: [open, beside],
    named,
    run,
    addRow: () => run(`INSERT INTO {schema}.runs VALUES ${late}`),
    close: async () => {
      for (const sql of ["DROP SCHEMA {schema} CASCADE", "DROP SCHEMA {other} CASCADE"]) await run(sql);
      await port.close();
    },
  };
}
