import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runSql, type ServerEngine } from "@schema-gate/sandbox";
import { type CliRun, runCli, temporaryFolder } from "./run-cli.js";

/** Schemas of a test's own on a real server, a landing zone and a public one, and a folder with what is committed. */
export interface DriftWorld {
  readonly folder: string;
  readonly schema: string;
  /** Runs statements in which `$` stands for the public schema and `@` for the landing zone. */
  run(...statements: readonly string[]): Promise<void>;
  /** Makes a table anew of these rows, in SQL; `@` and `$` as above. */
  fill(table: string, columns: string, ...rows: readonly string[]): Promise<void>;
  /** Writes the contract of a view. */
  promise(view: string, contract: PromisedContract): void;
  /** Runs `schema-diff drift` as JSON on that day. */
  drift(day: string, ...options: readonly string[]): Promise<DriftRun>;
}

/** What a test's contract promises: each column as `name type`, those with `!` are part of the key and never null. */
export interface PromisedContract {
  readonly columns: readonly string[];
  readonly status?: string;
  /** Rows of slaProperties and customProperties as ODCS has them. */
  readonly sla?: readonly object[];
  readonly custom?: readonly object[];
}

/** A run of drift: each finding as `rule view path`, and whole. */
export interface DriftRun extends CliRun {
  readonly found: readonly string[];
  readonly findings: readonly {
    readonly rule: string;
    readonly view: string;
    readonly path: string;
    readonly message: string;
    readonly action: string;
    readonly location: { readonly file: string } | null;
  }[];
}

/** Makes the schemas and an empty folder; `server` is where drift asks, if that is not the server itself. */
export async function makeDriftWorld(
  url: string,
  name: string,
  profile: object = {},
  engine: ServerEngine = "trino",
): Promise<DriftWorld> {
  const folder = temporaryFolder();
  const [schema, landing] = [`drift_${name}`, `drift_${name}_landing`];
  const sandbox = {
    server: url,
    engine,
    catalog: "awsdatacatalog",
    schemas: [schema],
    user: "schema-gate",
    ...profile,
  };
  const config = { formatVersion: 1, publicSchemas: [schema], profiles: { sandbox } };
  writeFileSync(join(folder, "schema-gate.yaml"), JSON.stringify(config));
  const named = (sql: string) =>
    inDialect(sql, engine).replaceAll("$", `awsdatacatalog.${schema}`).replaceAll("@", `awsdatacatalog.${landing}`);
  const run = async (...statements: readonly string[]) => {
    for (const statement of statements) await runSql(url, named(statement), engine);
  };
  await run("CREATE SCHEMA IF NOT EXISTS $", "CREATE SCHEMA IF NOT EXISTS @");
  return {
    folder,
    schema,
    run,
    fill: async (table, columns, ...rows) => {
      if (engine === "presto") return run(`CREATE OR REPLACE VIEW ${table} AS ${rowsAsQuery(columns, rows)}`);
      await run(`DROP TABLE IF EXISTS ${table}`);
      await run(`CREATE TABLE ${table} (${columns})`);
      if (rows.length > 0) await run(`INSERT INTO ${table} VALUES ${rows.map((row) => `(${row})`).join(", ")}`);
    },
    promise: (view, contract) => {
      const place = join(folder, "schemas", "awsdatacatalog", schema);
      mkdirSync(place, { recursive: true });
      writeFileSync(join(place, `${view}.yaml`), JSON.stringify(odcs(schema, view, contract), null, 2));
    },
    drift: async (day, ...options) => {
      const ran = await runCli(folder, "drift", "--format", "json", "--as-of", day, ...options);
      const findings: DriftRun["findings"] = ran.out === "" ? [] : JSON.parse(ran.out).findings;
      const shown = (view: string | null) => view?.split(".").at(-1);
      return {
        ...ran,
        findings,
        found: findings.map(({ rule, view, path }) => `${rule} ${shown(view)} ${path}`.trim()),
      };
    },
  };
}

/** PrestoDB has the one precision of time and no way to write it. */
function inDialect(sql: string, engine: ServerEngine): string {
  return engine === "presto" ? sql.replaceAll("timestamp(3)", "timestamp") : sql;
}

/** The PrestoDB of tests keeps no rows in tables: a view of these stands for one. */
function rowsAsQuery(columns: string, rows: readonly string[]): string {
  const typed = columns.split(", ").map((column) => column.split(" ") as [name: string, type: string]);
  const casts = typed.map(([name, type]) => `CAST(${name} AS ${type}) AS ${name}`).join(", ");
  const values = rows.length > 0 ? rows : [typed.map(() => "NULL").join(", ")];
  const from = `(VALUES ${values.map((row) => `(${row})`).join(", ")}) AS t (${typed.map(([name]) => name).join(", ")})`;
  return `SELECT ${casts} FROM ${from}${rows.length > 0 ? "" : " WHERE false"}`;
}

function odcs(
  schema: string,
  view: string,
  { columns, status = "active", sla = [], custom = [] }: PromisedContract,
): object {
  let position = 0;
  const properties = columns.map((column) => {
    const [, mark, name = "", physicalType = ""] = /^(!?)(\w+) (.*)$/.exec(column) ?? [];
    if (mark === "") return { name, physicalType };
    return { name, physicalType, required: true, primaryKey: true, primaryKeyPosition: ++position };
  });
  return {
    apiVersion: "v3.1.0",
    kind: "DataContract",
    id: view,
    version: "1.0.0",
    status,
    servers: [
      { server: "trino", type: "trino", host: "trino.example.com", port: 443, catalog: "awsdatacatalog", schema },
    ],
    schema: [{ name: view.replace(/_v1$/, ""), physicalName: view, physicalType: "view", properties }],
    ...(sla.length > 0 && { slaProperties: sla }),
    ...(custom.length > 0 && { customProperties: custom }),
  };
}
