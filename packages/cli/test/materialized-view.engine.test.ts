import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { hasIceberg, runSql } from "@schema-gate/sandbox";
import { onEachTrino } from "@schema-gate/testing";
import { runCli, temporaryFolder } from "./run-cli.js";

const SCHEMA = `kept_${process.pid}`;
const full = (view: string) => `iceberg.${SCHEMA}.${view}`;

onEachTrino(({ version, url }) => {
  test("a view that became a materialized view is found, since its readers now see what was kept", async () => {
    if (!hasIceberg(version)) {
      expect(await runSql(url, "SHOW CATALOGS LIKE 'iceberg'")).toEqual([]);
      return;
    }
    const folder = temporaryFolder();
    const sandbox = { server: url, catalog: "iceberg", schemas: [SCHEMA], user: "schema-gate" };
    const config = { formatVersion: 1, publicSchemas: [SCHEMA], profiles: { sandbox } };
    writeFileSync(join(folder, "schema-gate.yaml"), JSON.stringify(config));
    const run = async (...statements: readonly string[]) => {
      for (const sql of statements) await runSql(url, sql);
    };
    const rows = () => runSql(url, `SELECT count(*) FROM ${full("tasks_v1")}`);
    const definition = `SELECT task_id FROM ${full("landing_v1")}`;
    await run(
      `CREATE SCHEMA IF NOT EXISTS iceberg.${SCHEMA}`,
      `CREATE TABLE ${full("landing_v1")} AS SELECT 't1' AS task_id`,
      `CREATE VIEW ${full("tasks_v1")} AS ${definition}`,
    );
    expect((await runCli(folder, "snapshot")).code).toBe(0);
    await run(
      `DROP VIEW ${full("tasks_v1")}`,
      `CREATE MATERIALIZED VIEW ${full("tasks_v1")} GRACE PERIOD INTERVAL '1' DAY AS ${definition}`,
      `REFRESH MATERIALIZED VIEW ${full("tasks_v1")}`,
    );
    const { code, out, err } = await runCli(folder, "drift", "--format", "json");
    const { findings } = JSON.parse(out) as { findings: { rule: string; view: string; message: string }[] };
    expect([findings.map(({ rule, view, message }) => [rule, view, message]), code, err]).toEqual([
      [["kind-changed", full("tasks_v1"), "The view was a view and is now a materialized-view."]],
      0,
      "",
    ]);
    await run(`INSERT INTO ${full("landing_v1")} VALUES 't2'`);
    // The view it was would show both.
    expect([await rows(), await runSql(url, `SELECT count(*) FROM (${definition})`)]).toEqual([[[1]], [[2]]]);
    expect((await runCli(folder, "snapshot")).out).toBe(
      `written    ${full("tasks_v1")}\n1 written, 0 removed, 1 unchanged\n`,
    );
    expect((await runCli(folder, "drift")).code).toBe(0);
  });
});
