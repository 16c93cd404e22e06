import { expect, test } from "@jest/globals";
import { UserError } from "@schema-gate/contract";
import { aSchema } from "../testing/a-schema.js";
import { scriptedPort } from "../testing/scripted-port.js";
import { takeSnapshot } from "./take-snapshot.js";

const scope = { catalog: "awsdatacatalog", schemas: ["dev_prod_live"] };
const at = { catalog: "awsdatacatalog", schema: "dev_prod_live" };
const column = (view: string, name: string, position: number, type: string, comment: string | null = null) => [
  view,
  name,
  position,
  "YES",
  type,
  comment,
];

test("a schema without views gives an empty snapshot", async () => {
  expect(await takeSnapshot(scriptedPort(aSchema([])), scope)).toEqual({
    contracts: [],
    broken: [],
    serverVersion: "476",
  });
});

test("a schema that does not exist is wrong usage, not an empty snapshot", async () => {
  const port = scriptedPort(aSchema([[/\.schemata WHERE/, []]]));
  await expect(takeSnapshot(port, { catalog: "awsdatacatalog", schemas: ["Dev_Prod"] })).rejects.toEqual(
    new UserError(
      "usage",
      'Trino at https://trino.example.com shows this user no schema "dev_prod" in the catalog "awsdatacatalog". Correct the profile.',
    ),
  );
});

test("names of catalog and schema fold to lower case, a schema named twice is read once, quotes are doubled", async () => {
  const port = scriptedPort(aSchema([]));
  await takeSnapshot(port, { catalog: 'Aws"Data', schemas: ["Dev's", "dev's"] });
  expect(port.asked).toEqual([
    "SELECT version()",
    `SELECT schema_name FROM "aws""data".information_schema.schemata WHERE schema_name = 'dev''s'`,
    `SELECT table_name, table_type FROM "aws""data".information_schema.tables WHERE table_schema = 'dev''s'`,
    `SELECT table_name, view_definition FROM "aws""data".information_schema.views WHERE table_schema = 'dev''s'`,
    `SELECT table_name, comment FROM system.metadata.table_comments WHERE catalog_name = 'aws"data' AND schema_name = 'dev''s'`,
    `SELECT name, definition, storage_catalog, storage_schema, storage_table FROM system.metadata.materialized_views WHERE catalog_name = 'aws"data' AND schema_name = 'dev''s'`,
    `SELECT table_name, column_name, ordinal_position, is_nullable, data_type, comment FROM "aws""data".information_schema.columns WHERE table_schema = 'dev''s'`,
  ]);
});

test("views, tables and materialized views are told apart, and where a materialized view keeps its rows is left out", async () => {
  const port = scriptedPort(
    aSchema([
      [
        /\.tables WHERE/,
        [
          ["st_0a1b", "BASE TABLE"],
          ["orders_v1", "VIEW"],
          ["daily_v1", "BASE TABLE"],
          ["raw_v1", "BASE TABLE"],
        ],
      ],
      [/\.views WHERE/, [["orders_v1", "SELECT 1 id"]]],
      [
        /table_comments WHERE/,
        [
          ["orders_v1", "Orders."],
          ["raw_v1", ""],
          ["daily_v1", null],
        ],
      ],
      [/materialized_views WHERE/, [["daily_v1", "SELECT 2 id", "awsdatacatalog", "dev_prod_live", "st_0a1b"]]],
      [
        /\.columns WHERE/,
        [
          column("orders_v1", "Total", 2, "decimal(10,2)", ""),
          column("orders_v1", "id", 1, "bigint", "The order."),
          column("daily_v1", "id", 1, "bigint"),
          ["raw_v1", "id", 1, "NO", "bigint", null],
          column("raw_v1", "total", 2, "double"),
          column("st_0a1b", "id", 1, "bigint"),
        ],
      ],
    ]),
  );
  expect(await takeSnapshot(port, scope)).toEqual({
    contracts: [
      {
        ...at,
        name: "daily_v1",
        kind: "materialized-view",
        security: null,
        comment: null,
        columns: [{ name: "id", type: "bigint", nullable: null, comment: null }],
        definition: "SELECT 2 id",
      },
      {
        ...at,
        name: "orders_v1",
        kind: "view",
        security: "definer",
        comment: "Orders.",
        columns: [
          { name: "id", type: "bigint", nullable: null, comment: "The order." },
          { name: "total", type: "decimal(10,2)", nullable: null, comment: null },
        ],
        definition: "SELECT 1 id",
      },
      {
        ...at,
        name: "raw_v1",
        kind: "table",
        security: null,
        comment: null,
        columns: [
          { name: "id", type: "bigint", nullable: false, comment: null },
          { name: "total", type: "double", nullable: true, comment: null },
        ],
        definition: null,
      },
    ],
    broken: [],
    serverVersion: "476",
  });
  expect(port.asked.slice(7)).toEqual([
    'EXPLAIN (TYPE VALIDATE) SELECT * FROM "awsdatacatalog"."dev_prod_live"."orders_v1"',
    'EXPLAIN (TYPE VALIDATE) SELECT * FROM "awsdatacatalog"."dev_prod_live"."daily_v1"',
    'SHOW CREATE VIEW "awsdatacatalog"."dev_prod_live"."orders_v1"',
  ]);
});

const oneView = [
  [/\.tables WHERE/, [["orders_v1", "VIEW"]]],
  [/\.views WHERE/, [["orders_v1", "SELECT 1 id"]]],
] as const;
const rowPrint = "row(a b integer, Total varchar)";
const rowSignature = {
  rawType: "row",
  arguments: [
    { kind: "NAMED_TYPE", value: { fieldName: { name: "a b" }, typeSignature: { rawType: "integer", arguments: [] } } },
    {
      kind: "NAMED_TYPE",
      value: {
        fieldName: { name: "Total" },
        typeSignature: { rawType: "varchar", arguments: [{ kind: "LONG", value: 2147483647 }] },
      },
    },
  ],
};

test("bare row field names are read from the type signature, still in two statements a view", async () => {
  const port = scriptedPort(
    aSchema([
      ...oneView,
      [/\.columns WHERE/, [column("orders_v1", "details", 1, rowPrint)]],
      [/LIMIT 0$/, { columns: [{ name: "Details", type: rowPrint, typeSignature: rowSignature }], rows: [] }],
    ]),
  );
  const { contracts } = await takeSnapshot(port, scope);
  expect(contracts.flatMap(({ columns }) => columns)).toEqual([
    { name: "details", type: 'row("a b" integer, "Total" varchar)', nullable: null, comment: null },
  ]);
  expect(port.asked.slice(7)).toEqual([
    'SELECT * FROM "awsdatacatalog"."dev_prod_live"."orders_v1" LIMIT 0',
    'SHOW CREATE VIEW "awsdatacatalog"."dev_prod_live"."orders_v1"',
  ]);
});

test("recorded from 480: quoted row field names need no second look, and mean the same type", async () => {
  const port = scriptedPort(
    aSchema([
      [/version/, [["480"]]],
      ...oneView,
      [/\.columns WHERE/, [column("orders_v1", "details", 1, 'row("a b" integer, "Total" varchar)')]],
    ]),
  );
  const { contracts, serverVersion } = await takeSnapshot(port, scope);
  expect(contracts.flatMap(({ columns }) => columns.map(({ type }) => type))).toEqual([
    'row("a b" integer, "Total" varchar)',
  ]);
  expect(serverVersion).toBe("480");
  expect(port.asked.slice(7).map((sql) => sql.split(" ", 2).join(" "))).toEqual(["EXPLAIN (TYPE", "SHOW CREATE"]);
});

test.each([
  [
    "columns",
    [{ name: "other", type: rowPrint, typeSignature: rowSignature }],
    "It was changed while it was being read; take the snapshot again.",
  ],
  ["number of columns", [], "It was changed while it was being read; take the snapshot again."],
  [
    "signature",
    [{ name: "details", type: rowPrint, typeSignature: { rawType: 1 } }],
    "The type of its column details is not understood: typeSignature at rawType: must be text, not a number",
  ],
])("a view whose analysis shows another %s than the catalogue is broken", async (_, columns, reason) => {
  const port = scriptedPort(
    aSchema([
      ...oneView,
      [/\.columns WHERE/, [column("orders_v1", "details", 1, rowPrint)]],
      [/LIMIT 0$/, { columns, rows: [] }],
    ]),
  );
  expect(await takeSnapshot(port, scope)).toEqual({
    contracts: [],
    broken: [{ view: { ...at, name: "orders_v1" }, reason }],
    serverVersion: "476",
  });
});

test("however many views, there are seven bulk statements and two for each view, never more than four at a time", async () => {
  const names = Array.from({ length: 50 }, (_, index) => `view_${index}_v1`);
  const port = scriptedPort(
    aSchema([
      [/\.tables WHERE/, names.map((name) => [name, "VIEW"])],
      [/\.views WHERE/, names.map((name) => [name, "SELECT 1 id"])],
      [/\.columns WHERE/, names.map((name) => column(name, "id", 1, "bigint"))],
    ]),
  );
  let running = 0;
  let most = 0;
  const query: typeof port.query = async (sql) => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setImmediate(resolve));
    running--;
    return await port.query(sql);
  };
  const { contracts } = await takeSnapshot({ ...port, query }, scope);
  expect([contracts.length, port.asked.length, most]).toEqual([50, 7 + 2 * 50, 4]);
});
