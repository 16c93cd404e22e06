import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runSql } from "@schema-gate/sandbox";
import pMap from "p-map";

/** As many statements at once as the product has under way. */
const AT_ONCE = 4;
const SCHEMA = "dev_prod_live";

/** A public schema of so many views on a server, and a folder with the configuration and a contract for each. */
export async function makeLiveWorld(url: string, folder: string, views: number): Promise<void> {
  const config = { catalog: "awsdatacatalog", schemas: [SCHEMA], user: "nightly" };
  const profiles = { sandbox: { ...config, server: url } };
  writeFileSync(join(folder, "schema-gate.yaml"), JSON.stringify({ formatVersion: 1, profiles }));
  const contracts = join(folder, "schemas/awsdatacatalog", SCHEMA);
  mkdirSync(contracts, { recursive: true });
  await runSql(url, "CREATE SCHEMA awsdatacatalog.landing");
  await runSql(url, `CREATE SCHEMA awsdatacatalog.${SCHEMA}`);
  const list = columns.map(([name, type]) => `${name} ${type}`).join(", ");
  await runSql(url, `CREATE TABLE awsdatacatalog.landing.tasks (${list})`);
  await runSql(
    url,
    `INSERT INTO awsdatacatalog.landing.tasks (task_id, updated_at) VALUES ('t1', TIMESTAMP '2100-01-01')`,
  );
  const names = columns.map(([name]) => name).join(", ");
  await each(views, (view) => {
    const name = `evergreen_tasks_${view}_v1`;
    writeFileSync(join(contracts, `${name}.yaml`), JSON.stringify(contractOf(name)));
    return runSql(
      url,
      `CREATE VIEW awsdatacatalog.${SCHEMA}.${name} AS SELECT ${names} FROM awsdatacatalog.landing.tasks`,
    );
  });
}

/** How long the server takes for so many statements that do nothing, in milliseconds: no reading of its views can take less. */
export async function idleStatements(url: string, statements: number): Promise<number> {
  const start = performance.now();
  await each(statements, () => runSql(url, "EXPLAIN (TYPE VALIDATE) SELECT 1"));
  return performance.now() - start;
}

async function each(count: number, work: (index: number) => Promise<unknown>): Promise<void> {
  await pMap(Array.from({ length: count }).keys(), work, { concurrency: AT_ONCE });
}

const columns: readonly (readonly [name: string, type: string])[] = [
  ["task_id", "varchar"],
  ...Array.from({ length: 8 }, (_, index) => [`value_${index}`, index % 2 === 0 ? "bigint" : "varchar"] as const),
  ["updated_at", "timestamp(3)"],
];

function contractOf(name: string): object {
  const properties = columns.map(([column, physicalType]) => ({
    name: column,
    physicalType,
    ...(column === "task_id" && { required: true, primaryKey: true, primaryKeyPosition: 1 }),
  }));
  return {
    ...{ apiVersion: "v3.1.0", kind: "DataContract", id: name, version: "1.0.0", status: "active" },
    servers: [
      {
        server: "trino",
        type: "trino",
        host: "trino.example.com",
        port: 443,
        catalog: "awsdatacatalog",
        schema: SCHEMA,
      },
    ],
    schema: [{ name: name.replace(/_v1$/, ""), physicalName: name, physicalType: "view", properties }],
    slaProperties: [{ property: "latency", value: 1, unit: "h", element: "updated_at" }],
  };
}
