import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { onEachTrino } from "@schema-gate/testing";
import { aProfile } from "../testing/a-profile.js";
import { openTrino } from "../trino/open-trino.js";
import type { TrinoPort } from "../trino/trino-port.js";
import { observeLive } from "./observe-live.js";
import { takeSnapshot } from "./take-snapshot.js";

/** The one catalog of test servers with materialized views; Trino has it from 476 on. */
const CATALOG = "iceberg";

onEachTrino(({ version, url }) => {
  const schema = `kept_${randomUUID().replaceAll("-", "")}`;
  const scope = { catalog: CATALOG, schemas: [schema] };
  let port: TrinoPort;
  const query = async (sql: string) => (await port.query(sql.replaceAll("$", `${CATALOG}.${schema}`))).rows;

  beforeAll(async () => {
    port = openTrino(aProfile(url, { catalog: CATALOG, schemas: [schema] }), {});
  });

  afterAll(() => port.close());

  if (version === "435") {
    test("no catalog here has materialized views, and asking for them finds none", async () => {
      expect(await query("SELECT name FROM system.metadata.materialized_views")).toEqual([]);
    });
    return;
  }

  test("a materialized view is read as one, without where it keeps its rows", async () => {
    for (const sql of [
      "CREATE SCHEMA $",
      `CREATE TABLE $.tasks (task_id varchar NOT NULL, spent row(cpu double, "Wall Clock" double))`,
      "INSERT INTO $.tasks VALUES ('t1', ROW(1, 2))",
      "CREATE MATERIALIZED VIEW $.kept_v1 GRACE PERIOD INTERVAL '1' DAY COMMENT 'Tasks.' AS SELECT task_id, spent FROM $.tasks",
      "REFRESH MATERIALIZED VIEW $.kept_v1",
    ])
      await query(sql);
    const { contracts, broken } = await takeSnapshot(port, scope);
    const type = 'row(cpu double, "Wall Clock" double)';
    const at = { catalog: CATALOG, schema, security: null };
    expect([contracts, broken]).toEqual([
      [
        {
          ...at,
          name: "kept_v1",
          kind: "materialized-view",
          comment: "Tasks.",
          columns: [
            { name: "task_id", type: "varchar", nullable: null, comment: null },
            { name: "spent", type, nullable: null, comment: null },
          ],
          definition: `SELECT\n  task_id\n, spent\nFROM\n  ${CATALOG}.${schema}.tasks\n`,
        },
        {
          ...at,
          name: "tasks",
          kind: "table",
          comment: null,
          columns: [
            { name: "task_id", type: "varchar", nullable: false, comment: null },
            { name: "spent", type, nullable: true, comment: null },
          ],
          definition: null,
        },
      ],
      [],
    ]);
  });

  test("Trino knows how fresh it is, and readers see what it kept until it is filled again", async () => {
    const fresh = `SELECT freshness, last_fresh_time IS NULL FROM system.metadata.materialized_views WHERE catalog_name = '${CATALOG}' AND schema_name = '${schema}'`;
    const count = "SELECT count(*) FROM $.kept_v1";
    expect([await query(fresh), await query(count)]).toEqual([[["FRESH", true]], [[1]]]);
    await query("INSERT INTO $.tasks VALUES ('t2', NULL)");
    expect([await query(fresh), await query(count)]).toEqual([[["STALE", false]], [[1]]]);
    await query("REFRESH MATERIALIZED VIEW $.kept_v1");
    expect([await query(fresh), await query(count)]).toEqual([[["FRESH", true]], [[2]]]);
  });

  test("one whose table lost a column fails, and its table is named", async () => {
    await query("ALTER TABLE $.tasks DROP COLUMN spent");
    const tablesRead = () => [[CATALOG, schema, "tasks"]];
    const { views } = await observeLive(port, { ...scope, loadTablesRead: async () => tablesRead });
    const reason = `Failed analyzing stored view '${CATALOG}.${schema}.kept_v1': line 3:3: Column 'spent' cannot be resolved`;
    expect(views.map(({ view, failure, causes }) => [view.name, failure, causes])).toEqual([
      ["kept_v1", { kind: "invalidated", reason }, [`${CATALOG}.${schema}.tasks`]],
      ["tasks", null, []],
    ]);
  });
});
