import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { onEachTrino } from "@schema-gate/testing";
import { CATALOG, type LiveSchema, makeLiveSchema } from "../testing/live-schema.js";
import { confirmGone } from "./confirm-gone.js";
import { takeSnapshot } from "./take-snapshot.js";

onEachTrino(({ version, url }) => {
  let live: LiveSchema;

  beforeAll(async () => {
    live = await makeLiveSchema(url);
    await live.run(
      `CREATE TABLE $.landing (id bigint, "price" decimal(10,2), at timestamp(6), zoned timestamp(3) with time zone, label varchar(20),
        details row("Trace Id" varchar, steps array(row(name varchar, "took,ms" integer))), attributes map(varchar, double))`,
      `CREATE VIEW $.plain_v1 COMMENT 'It''s one row per örder. SECURITY INVOKER AS' AS
        SELECT id AS "OrderId", price, at, zoned, label FROM $.landing WHERE id > 0`,
      `COMMENT ON COLUMN $.plain_v1.price IS 'In €.'`,
      `CREATE VIEW $.nested_v1 SECURITY INVOKER AS SELECT details, attributes, row(1, 'x') AS unnamed, 9223372036854775807 AS biggest FROM $.landing`,
      `CREATE VIEW $."odd ""view""" AS SELECT json '1' AS "json", interval '1' day AS span FROM $.landing`,
      "CREATE TABLE $.base (id bigint, total varchar)",
      "CREATE VIEW $.stale_v1 AS SELECT * FROM $.base",
      "CREATE VIEW $.broken_v1 AS SELECT total FROM $.base",
      "CREATE VIEW $.above_v1 AS SELECT total FROM $.broken_v1",
      "DROP TABLE $.base",
      "CREATE TABLE $.base (id bigint, sum varchar, placed date)",
    );
  });

  afterAll(() => live.close());

  test("a schema is read exactly, views that do not analyse are named with the reason", async () => {
    const at = { catalog: CATALOG, schema: live.schema };
    const full = (name: string) => `${CATALOG}.${live.schema}.${name}`;
    const snapshot = await takeSnapshot(live.port, { catalog: CATALOG, schemas: [live.schema.toUpperCase()] });
    const ofView = (name: string, type: string, comment: string | null = null) => ({
      name,
      type,
      nullable: null,
      comment,
    });
    const ofTable = (name: string, type: string) => ({ name, type, nullable: true, comment: null });
    const details = 'row("Trace Id" varchar, steps array(row(name varchar, "took,ms" integer)))';
    expect(snapshot.serverVersion).toBe(version);
    expect(snapshot.contracts).toEqual([
      {
        ...at,
        name: 'odd "view"',
        kind: "view",
        security: "definer",
        comment: null,
        columns: [ofView("json", "json"), ofView("span", "interval day to second")],
        definition: `SELECT\n  json '1' "json"\n, INTERVAL '1' DAY span\nFROM\n  ${full("landing")}\n`,
      },
      {
        ...at,
        name: "base",
        kind: "table",
        security: null,
        comment: null,
        columns: [ofTable("id", "bigint"), ofTable("sum", "varchar"), ofTable("placed", "date")],
        definition: null,
      },
      {
        ...at,
        name: "landing",
        kind: "table",
        security: null,
        comment: null,
        columns: [
          ofTable("id", "bigint"),
          ofTable("price", "decimal(10,2)"),
          ofTable("at", "timestamp(6)"),
          ofTable("zoned", "timestamp(3) with time zone"),
          ofTable("label", "varchar(20)"),
          ofTable("details", details),
          ofTable("attributes", "map(varchar, double)"),
        ],
        definition: null,
      },
      {
        ...at,
        name: "nested_v1",
        kind: "view",
        security: "invoker",
        comment: null,
        columns: [
          ofView("details", details),
          ofView("attributes", "map(varchar, double)"),
          ofView("unnamed", "row(integer, varchar(1))"),
          ofView("biggest", "bigint"),
        ],
        definition: `SELECT\n  details\n, attributes\n, ROW (1, 'x') unnamed\n, 9223372036854775807 biggest\nFROM\n  ${full("landing")}\n`,
      },
      {
        ...at,
        name: "plain_v1",
        kind: "view",
        security: "definer",
        comment: "It's one row per örder. SECURITY INVOKER AS",
        columns: [
          ofView("orderid", "bigint"),
          ofView("price", "decimal(10,2)", "In €."),
          ofView("at", "timestamp(6)"),
          ofView("zoned", "timestamp(3) with time zone"),
          ofView("label", "varchar(20)"),
        ],
        definition: `SELECT\n  id "OrderId"\n, price\n, at\n, zoned\n, label\nFROM\n  ${full("landing")}\nWHERE (id > 0)\n`,
      },
    ]);
    const failed = (name: string, reason: string) => `Failed analyzing stored view '${full(name)}': ${reason}`;
    expect(snapshot.broken).toEqual([
      {
        view: { ...at, name: "above_v1" },
        reason: failed("above_v1", `line 3:3: ${failed("broken_v1", "line 1:8: Column 'total' cannot be resolved")}`),
      },
      {
        view: { ...at, name: "broken_v1" },
        reason: failed("broken_v1", "line 1:8: Column 'total' cannot be resolved"),
      },
      {
        view: { ...at, name: "stale_v1" },
        reason: `View '${full("stale_v1")}' is stale or in invalid state: stored view column count (2) does not match column count derived from the view query analysis (3)`,
      },
    ]);
  });

  test("the largest number stays exact", async () => {
    const { rows } = await live.port.query("SELECT 9223372036854775807, -9223372036854775808, 12, 1.5e0");
    expect(rows).toEqual([["9223372036854775807", "-9223372036854775808", 12, 1.5]]);
  });

  test("a view that exists is not gone, a stale one neither; one that does not is", async () => {
    const named = (name: string) => ({ catalog: CATALOG, schema: live.schema, name });
    const there = "Missing from the listing, yet Trino describes it when asked by name.";
    expect(await confirmGone(live.port, ["plain_v1", "gone_v1", "stale_v1"].map(named))).toEqual({
      gone: [named("gone_v1")],
      doubtful: [
        { view: named("plain_v1"), reason: there },
        { view: named("stale_v1"), reason: there },
      ],
    });
  });

  test("a schema and a catalog that do not exist are wrong usage", async () => {
    await expect(takeSnapshot(live.port, { catalog: CATALOG, schemas: ["no_such"] })).rejects.toMatchObject({
      kind: "usage",
      message: `Trino at ${new URL(url).origin} shows this user no schema "no_such" in the catalog "${CATALOG}". Correct the profile.`,
    });
    await expect(takeSnapshot(live.port, { catalog: "no_such", schemas: ["x"] })).rejects.toMatchObject({
      kind: "usage",
      message: expect.stringMatching(
        /says: Catalog 'no_such' .* \(CATALOG_NOT_FOUND, query \w+\)\. Correct `catalog` in the profile\.$/,
      ),
    });
  });
});
