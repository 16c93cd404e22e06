import { expect, test } from "@jest/globals";
import { UserError } from "@schema-gate/contract";
import { aSchema, aTrinoError } from "../testing/a-schema.js";
import { type Answer, scriptedPort } from "../testing/scripted-port.js";
import { takeSnapshot } from "./take-snapshot.js";

const scope = { catalog: "awsdatacatalog", schemas: ["dev_prod_live"] };
const named = (name: string) => ({ catalog: "awsdatacatalog", schema: "dev_prod_live", name });
const id = (view: string) => [view, "id", 1, "YES", "bigint", null];
const threeViews: readonly Answer[] = [
  [
    /\.tables WHERE/,
    [
      ["a_v1", "VIEW"],
      ["b_v1", "VIEW"],
      ["c_v1", "VIEW"],
    ],
  ],
  [
    /\.views WHERE/,
    [
      ["a_v1", "SELECT 1 id"],
      ["b_v1", "SELECT 2 id"],
      ["c_v1", "SELECT 3 id"],
    ],
  ],
  [/\.columns WHERE [^=]+= 'dev_prod_live'$/, [id("a_v1"), id("b_v1"), id("c_v1")]],
];

test("a view that does not analyse is named with Trino's reason, the others are kept", async () => {
  const stale = aTrinoError(
    "VIEW_IS_STALE",
    "line 1:39: View 'awsdatacatalog.dev_prod_live.b_v1' is stale or in invalid state: …",
  );
  const port = scriptedPort(aSchema([[/EXPLAIN.*"b_v1"/, stale], ...threeViews]));
  const { contracts, broken } = await takeSnapshot(port, scope);
  expect(contracts.map(({ name }) => name)).toEqual(["a_v1", "c_v1"]);
  expect(broken).toEqual([
    { view: named("b_v1"), reason: "View 'awsdatacatalog.dev_prod_live.b_v1' is stale or in invalid state: …" },
  ]);
});

test("a stored type nobody knows fails the bulk read of columns; one by one the others are read", async () => {
  const unknown = aTrinoError(
    "INVALID_VIEW",
    "Unknown type 'geometry' for column 'area' in view: awsdatacatalog.dev_prod_live.b_v1",
  );
  const port = scriptedPort(
    aSchema([
      [/\.columns WHERE table_schema = 'dev_prod_live'$/, unknown],
      [/\.columns .*'a_v1'$/, [id("a_v1")]],
      [/\.columns .*'b_v1'$/, []],
      [/\.columns .*'c_v1'$/, unknown],
      [/EXPLAIN.*"[bc]_v1"/, unknown],
      ...threeViews,
    ]),
  );
  const { contracts, broken } = await takeSnapshot(port, scope);
  expect(contracts.map(({ name }) => name)).toEqual(["a_v1"]);
  expect(broken).toEqual([
    { view: named("b_v1"), reason: unknown.message },
    { view: named("c_v1"), reason: unknown.message },
  ]);
});

test("a view without columns or without its definition is broken, also when it analyses", async () => {
  const port = scriptedPort(
    aSchema([
      [
        /\.views WHERE/,
        [
          ["a_v1", "SELECT 1 id"],
          ["c_v1", "SELECT 3 id"],
        ],
      ],
      [/\.columns WHERE/, [id("a_v1"), id("b_v1")]],
      ...threeViews,
    ]),
  );
  const { contracts, broken } = await takeSnapshot(port, scope);
  expect(contracts.map(({ name }) => name)).toEqual(["a_v1"]);
  expect(broken).toEqual([
    { view: named("b_v1"), reason: "Trino lists it as a view, but not its definition." },
    { view: named("c_v1"), reason: "Trino lists it without any column this user may see." },
  ]);
});

test("who may not see how a view was created leaves its security unknown; any other failure breaks the view", async () => {
  const port = scriptedPort(
    aSchema([
      [/SHOW CREATE.*"a_v1"/, aTrinoError("PERMISSION_DENIED", "Access Denied: Cannot show create table")],
      [
        /SHOW CREATE.*"b_v1"/,
        aTrinoError("TABLE_NOT_FOUND", "line 1:1: View 'awsdatacatalog.dev_prod_live.b_v1' does not exist"),
      ],
      [/SHOW CREATE.*"c_v1"/, [["CREATE VIEW c.s.v SECURITY INVOKER AS\nSELECT 3"]]],
      ...threeViews,
    ]),
  );
  const { contracts, broken } = await takeSnapshot(port, scope);
  expect(contracts.map(({ name, security }) => [name, security])).toEqual([
    ["a_v1", null],
    ["c_v1", "invoker"],
  ]);
  expect(broken).toEqual([{ view: named("b_v1"), reason: "View 'awsdatacatalog.dev_prod_live.b_v1' does not exist" }]);
});

test.each([
  [
    "is shutting down while it reads one view",
    [/EXPLAIN.*"b_v1"/, aTrinoError("SERVER_SHUTTING_DOWN", "Server is shutting down", "INTERNAL_ERROR")],
  ],
  [
    "is out of room while it reads all columns",
    [/\.columns WHERE/, aTrinoError("QUERY_QUEUE_FULL", "Too many queued queries", "INSUFFICIENT_RESOURCES")],
  ],
  [
    "does not let the user list views",
    [/\.views WHERE/, aTrinoError("PERMISSION_DENIED", "Access Denied: Cannot access catalog")],
  ],
] satisfies [string, Answer][])("a server that %s breaks no view: the whole could not be read", async (_, trouble) => {
  const error = trouble[1] as ReturnType<typeof aTrinoError>;
  await expect(takeSnapshot(scriptedPort(aSchema([trouble, ...threeViews])), scope)).rejects.toEqual(
    new UserError(
      "unreachable",
      `Cannot read the catalogue. Trino at https://trino.example.com says: ${error.message} (${error.errorName}, query 20261122_000000_00005_abcde). Nothing was concluded from it.`,
    ),
  );
});

test("a catalog that does not exist is wrong usage", async () => {
  const missing = aTrinoError("CATALOG_NOT_FOUND", "line 1:25: Catalog 'awsdatacatalog' not found");
  await expect(takeSnapshot(scriptedPort(aSchema([[/\.schemata/, missing]])), scope)).rejects.toEqual(
    new UserError(
      "usage",
      "Trino at https://trino.example.com says: Catalog 'awsdatacatalog' not found (CATALOG_NOT_FOUND, query 20261122_000000_00005_abcde). Correct `catalog` in the profile.",
    ),
  );
});

test("rows of another shape are an answer we do not understand", async () => {
  await expect(takeSnapshot(scriptedPort(aSchema([[/\.tables WHERE/, [["a_v1", 7]]]])), scope)).rejects.toThrow(
    /^Trino at https:\/\/trino\.example\.com gave an answer we do not understand to SELECT table_name, table_type /,
  );
});

test("progress counts every view, the broken ones too", async () => {
  const told: string[] = [];
  const port = scriptedPort(aSchema([[/EXPLAIN.*"b_v1"/, aTrinoError("INVALID_VIEW", "no")], ...threeViews]));
  await takeSnapshot(port, { ...scope, onProgress: ({ done, total }) => void told.push(`${done}/${total}`) });
  expect(told).toEqual(["0/3", "1/3", "2/3", "3/3"]);
});

/** Answers recorded from PrestoDB 0.296, to a schema that holds a view, a materialized view and a table. */
const presto: readonly Answer[] = [
  [/node_version/, [["0.296-8661b73"]]],
  [
    /\.tables WHERE/,
    [
      ["a_v1", "VIEW"],
      ["m_v1", "BASE TABLE"],
      ["t_v1", "BASE TABLE"],
    ],
  ],
  [/\.columns WHERE/, [id("a_v1"), id("m_v1"), id("t_v1")]],
  [/\.views WHERE/, [["a_v1", "SELECT 1 id\n\n"]]],
  [/^SHOW CREATE MATERIALIZED VIEW .*"m_v1"/, [["CREATE MATERIALIZED VIEW c.s.m_v1 AS SELECT id\nFROM\n  c.s.t_v1"]]],
  [
    /^SHOW CREATE MATERIALIZED VIEW .*"t_v1"/,
    aTrinoError("SYNTAX_ERROR", "line 1:1: Relation 'c.s.t_v1' is a table, not a materialized view"),
  ],
  ...aSchema([]).filter(([statement]) => !/version|table_comments|materialized_views/.test(statement.source)),
];

test("of PrestoDB its own system tables are read, and its tables are asked for their kind", async () => {
  const { contracts, broken, serverVersion } = await takeSnapshot(scriptedPort(presto, "presto"), scope);
  expect(contracts.map(({ name, kind, security, definition }) => [name, kind, security, definition])).toEqual([
    ["a_v1", "view", "definer", "SELECT 1 id\n\n"],
    ["m_v1", "materialized-view", null, "SELECT id\nFROM\n  c.s.t_v1"],
    ["t_v1", "table", null, null],
  ]);
  expect([broken, serverVersion]).toEqual([[], "0.296-8661b73"]);
});

test("of PrestoDB a table nobody may ask for stays one, a table that is gone meanwhile is broken", async () => {
  const refused = aTrinoError("PERMISSION_DENIED", "Access Denied: Cannot show create table for c.s.m_v1");
  const gone = aTrinoError("SYNTAX_ERROR", "line 1:1: Materialized view 'c.s.t_v1' does not exist");
  const port = scriptedPort([[/MATERIALIZED .*"m_v1"/, refused], [/MATERIALIZED .*"t_v1"/, gone], ...presto], "presto");
  const { contracts, broken } = await takeSnapshot(port, scope);
  expect(contracts.map(({ name, kind }) => [name, kind])).toEqual([
    ["a_v1", "view"],
    ["m_v1", "table"],
  ]);
  expect(broken).toEqual([{ view: named("t_v1"), reason: "Materialized view 'c.s.t_v1' does not exist" }]);
});

test("a catalog PrestoDB does not have is wrong usage", async () => {
  const missing = aTrinoError("SYNTAX_ERROR", "Catalog awsdatacatalog does not exist");
  await expect(takeSnapshot(scriptedPort([[/\.schemata/, missing], ...presto], "presto"), scope)).rejects.toMatchObject(
    {
      kind: "usage",
      message: expect.stringMatching(/ Correct `catalog` in the profile\.$/),
    },
  );
});
