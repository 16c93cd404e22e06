import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { onPrestoDb } from "@schema-gate/testing";
import { CATALOG, type LiveSchema, makeLiveSchema } from "../testing/live-schema.js";
import { confirmGone } from "./confirm-gone.js";
import { takeSnapshot } from "./take-snapshot.js";

/** Every group of types PrestoDB has, as SQL and as the type text that a file holds. */
const types: readonly (readonly [name: string, sql: string, type: string])[] = [
  ["flag", "true", "boolean"],
  ["tiny", "tinyint '1'", "tinyint"],
  ["small", "smallint '1'", "smallint"],
  ["whole", "1", "integer"],
  ["big", "bigint '1'", "bigint"],
  ["single", "real '1'", "real"],
  ["twice", "1e0", "double"],
  ["price", "CAST(1 AS decimal(10,2))", "decimal(10,2)"],
  ["label", "CAST('x' AS varchar)", "varchar"],
  ["short", "CAST('x' AS varchar(20))", "varchar(20)"],
  ["fixed", "CAST('x' AS char(3))", "char(3)"],
  ["bytes", "X'00'", "varbinary"],
  ["doc", "json '1'", "json"],
  ["day", "date '2026-11-22'", "date"],
  ["clock", "time '01:02:03'", "time(3)"],
  ["zoned_clock", "CAST(NULL AS time with time zone)", "time(3) with time zone"],
  ["at", "timestamp '2026-11-22 01:02:03'", "timestamp(3)"],
  ["zoned", "CAST(NULL AS timestamp with time zone)", "timestamp(3) with time zone"],
  ["span", "interval '1' day", "interval day to second"],
  ["months", "interval '1' month", "interval year to month"],
  ["key", "CAST(NULL AS uuid)", "uuid"],
  ["host", "CAST(NULL AS ipaddress)", "ipaddress"],
  ["network", "CAST(NULL AS ipprefix)", "ipprefix"],
  ["place", "ST_Point(1, 2)", "Geometry"],
  ["sketch", "CAST(NULL AS HyperLogLog)", "HyperLogLog"],
  ["digest", "CAST(NULL AS qdigest(double))", "qdigest(double)"],
  ["list", "ARRAY[ARRAY[1]]", "array(array(integer))"],
  ["dictionary", "MAP(ARRAY['x'], ARRAY[1e0])", "map(varchar(1), double)"],
  ["unnamed", "ROW(1, 'x')", "row(integer, varchar(1))"],
  [
    "details",
    `CAST(NULL AS row("Trace Id" varchar, "time" time, steps array(row(name varchar, "took,ms" integer))))`,
    `row("Trace Id" varchar, time time(3), steps array(row(name varchar, "took,ms" integer)))`,
  ],
];

onPrestoDb(({ version, url }) => {
  let live: LiveSchema;

  beforeAll(async () => {
    live = await makeLiveSchema(url, "presto");
    await live.run(
      "CREATE TABLE $.landing (id bigint NOT NULL COMMENT 'Unique.', at timestamp)",
      `CREATE VIEW $.types_v1 AS SELECT ${types.map(([name, sql]) => `${sql} AS ${name}`).join(", ")}`,
      `CREATE VIEW $."odd ""view""" SECURITY INVOKER AS SELECT id AS "OrderId" FROM $.landing`,
      "CREATE MATERIALIZED VIEW $.kept_v1 COMMENT 'Kept.' WITH (format = 'x)') AS SELECT id FROM $.landing",
      "CREATE TABLE $.base (id bigint, total varchar)",
      "CREATE VIEW $.stale_v1 AS SELECT * FROM $.base",
      "CREATE VIEW $.broken_v1 AS SELECT total FROM $.base",
      "CREATE VIEW $.above_v1 AS SELECT total FROM $.broken_v1",
      "DROP TABLE $.base",
      "CREATE TABLE $.base (id bigint, sum varchar)",
    );
  });

  afterAll(async () => {
    await live.run("DROP MATERIALIZED VIEW $.kept_v1");
    await live.close();
  });

  test("a schema is read exactly, views that do not analyse are named with the reason", async () => {
    const at = { catalog: CATALOG, schema: live.schema };
    const full = (name: string) => `${CATALOG}.${live.schema}.${name}`;
    const column = (name: string, type: string, nullable: boolean | null = null, comment: string | null = null) => ({
      name,
      type,
      nullable,
      comment,
    });
    const { contracts, broken, serverVersion } = await takeSnapshot(live.port, {
      catalog: CATALOG,
      schemas: [live.schema.toUpperCase()],
    });
    expect(serverVersion).toBe(version);
    const definitions = new Map(contracts.map(({ name, definition }) => [name, definition]));
    expect(contracts.map(({ definition: _, ...rest }) => rest)).toEqual([
      {
        ...at,
        name: 'odd "view"',
        kind: "view",
        security: "invoker",
        comment: null,
        columns: [column("orderid", "bigint")],
      },
      {
        ...at,
        name: "base",
        kind: "table",
        security: null,
        comment: null,
        columns: [column("id", "bigint", true), column("sum", "varchar", true)],
      },
      {
        ...at,
        name: "kept_v1",
        kind: "materialized-view",
        security: null,
        comment: null,
        columns: [column("id", "bigint")],
      },
      {
        ...at,
        name: "landing",
        kind: "table",
        security: null,
        comment: null,
        columns: [column("id", "bigint", false, "Unique."), column("at", "timestamp(3)", true)],
      },
      {
        ...at,
        name: "types_v1",
        kind: "view",
        security: "definer",
        comment: null,
        columns: types.map(([name, , type]) => column(name, type)),
      },
    ]);
    expect([definitions.get("landing"), definitions.get("kept_v1"), definitions.get('odd "view"')]).toEqual([
      null,
      `SELECT id\nFROM\n  ${full("landing")}`,
      `SELECT id "OrderId"\nFROM\n  ${full("landing")}\n`,
    ]);
    const cannotResolve = `Failed analyzing stored view '${full("broken_v1")}': line 1:8: Column 'total' cannot be resolved`;
    expect(broken).toEqual([
      {
        view: { ...at, name: "above_v1" },
        reason: `Failed analyzing stored view '${full("above_v1")}': line 3:3: ${cannotResolve}`,
      },
      { view: { ...at, name: "broken_v1" }, reason: cannotResolve },
      { view: { ...at, name: "stale_v1" }, reason: `View '${full("stale_v1")}' is stale; it must be re-created` },
    ]);
  });

  test("a second question tells what is gone from what is still there", async () => {
    const name = (view: string) => ({ catalog: CATALOG, schema: live.schema, name: view });
    expect(await confirmGone(live.port, [name("never_v1"), name("broken_v1"), name("kept_v1")])).toEqual({
      gone: [name("never_v1")],
      doubtful: ["broken_v1", "kept_v1"].map((view) => ({
        view: name(view),
        reason: "Missing from the listing, yet Trino describes it when asked by name.",
      })),
    });
  });

  test("a schema or a catalog that is not there is wrong usage", async () => {
    for (const at of [
      { catalog: CATALOG, schemas: ["never"] },
      { catalog: "never", schemas: ["never"] },
    ]) {
      await expect(takeSnapshot(live.port, at)).rejects.toMatchObject({ kind: "usage" });
    }
  });
});
