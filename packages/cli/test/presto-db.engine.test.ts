import { beforeAll, expect, test } from "@jest/globals";
import { runSql } from "@schema-gate/sandbox";
import { onPrestoDb } from "@schema-gate/testing";
import { runCli, temporaryFolder, writeConfig } from "./run-cli.js";

/** Of this run alone, so that a server can be used again. */
const SCHEMA = `presto_db_${process.pid}`;
const full = (view: string) => `awsdatacatalog.${SCHEMA}.${view}`;

onPrestoDb(({ url }) => {
  const folder = temporaryFolder();
  const run = async (...statements: readonly string[]) => {
    for (const sql of statements) await runSql(url, sql, "presto");
  };
  const found = (report: string) =>
    (JSON.parse(report) as { findings: { rule: string; view: string; path: string }[] }).findings.map(
      ({ rule, view, path }) => `${view} ${rule} ${path}`,
    );

  beforeAll(async () => {
    writeConfig(folder, url, SCHEMA, "presto");
    await run(
      `CREATE SCHEMA IF NOT EXISTS awsdatacatalog.${SCHEMA}`,
      `CREATE TABLE ${full("landing_v1")} (id bigint, placed timestamp, total decimal(10,2))`,
      `CREATE VIEW ${full("orders_v1")} AS SELECT id, placed FROM ${full("landing_v1")}`,
      `CREATE VIEW ${full("totals_v1")} AS SELECT total FROM ${full("landing_v1")}`,
      `CREATE MATERIALIZED VIEW ${full("kept_v1")} AS SELECT id FROM ${full("landing_v1")}`,
      `CREATE TABLE ${full("swapped_v1")} (id bigint)`,
    );
    const { code, err } = await runCli(folder, "snapshot");
    expect([code, err]).toEqual([0, ""]);
  });

  test("what was just written finds nothing, by any way to compare", async () => {
    expect((await runCli(folder, "snapshot")).out).toBe("0 written, 0 removed, 5 unchanged\n");
    for (const command of [["drift"], ["diff", "snapshots", "live:sandbox"]]) {
      const { code, out, err } = await runCli(folder, ...command, "--format", "json");
      expect([code, found(out), err]).toEqual([0, [], ""]);
    }
  });

  test("a table that became a materialized view, one that became a table and a dropped view are found", async () => {
    await run(
      `DROP VIEW ${full("totals_v1")}`,
      `DROP TABLE ${full("swapped_v1")}`,
      `CREATE MATERIALIZED VIEW ${full("swapped_v1")} AS SELECT id FROM ${full("landing_v1")}`,
      `DROP MATERIALIZED VIEW ${full("kept_v1")}`,
      `CREATE TABLE ${full("kept_v1")} (id bigint)`,
    );
    const { code, out, err } = await runCli(folder, "drift", "--format", "json");
    expect([code, found(out), err]).toEqual([
      1,
      [
        `${full("kept_v1")} kind-changed @kind`,
        `${full("kept_v1")} promise-stated id`,
        `${full("swapped_v1")} kind-changed @kind`,
        `${full("totals_v1")} view-removed `,
      ],
      "",
    ]);
  });

  test("a view whose table lost a column is found by drift, and keeps other comparisons from concluding", async () => {
    await run(`DROP TABLE ${full("landing_v1")}`, `CREATE TABLE ${full("landing_v1")} (id bigint)`);
    const drifted = await runCli(folder, "drift", "--format", "json");
    const ofOrders = found(drifted.out).filter((each) => each.startsWith(full("orders_v1")));
    expect([drifted.code, ofOrders, drifted.err]).toEqual([1, [`${full("orders_v1")} view-invalidated `], ""]);
    const compared = await runCli(folder, "diff", "snapshots", "live:sandbox");
    const reason = `Failed analyzing stored view '${full("orders_v1")}': line 3:3: Column 'placed' cannot be resolved`;
    expect([compared.code, compared.err]).toEqual([
      3,
      `schema-diff: Not every view of live Trino could be read.\n  ${full("orders_v1")}: ${reason}\n`,
    ]);
  });
});
