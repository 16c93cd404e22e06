import { expect, test } from "@jest/globals";
import { UserError } from "@schema-gate/contract";
import { aTrinoError } from "../testing/a-schema.js";
import { scriptedPort } from "../testing/scripted-port.js";
import { confirmGone } from "./confirm-gone.js";

const named = (name: string) => ({ catalog: "awsdatacatalog", schema: "dev_prod_live", name });

test("only a view that Trino says does not exist is gone; everything else is doubt", async () => {
  const port = scriptedPort([
    [
      /"gone_v1"/,
      aTrinoError("TABLE_NOT_FOUND", "line 1:1: Table 'awsdatacatalog.dev_prod_live.gone_v1' does not exist"),
    ],
    [/"there_v1"/, [["id", "bigint", "", ""]]],
    [/"hidden_v1"/, aTrinoError("PERMISSION_DENIED", "Access Denied: Cannot show columns of table hidden_v1")],
    [/"down_v1"/, aTrinoError("HIVE_METASTORE_ERROR", "metastore: connection refused", "EXTERNAL")],
    [/"schema_v1"/, aTrinoError("SCHEMA_NOT_FOUND", "line 1:1: Schema 'dev_prod_live' does not exist")],
  ]);
  const names = ["gone_v1", "there_v1", "hidden_v1", "down_v1", "schema_v1"].map(named);
  expect(await confirmGone(port, names)).toEqual({
    gone: [named("gone_v1")],
    doubtful: [
      { view: named("there_v1"), reason: "Missing from the listing, yet Trino describes it when asked by name." },
      {
        view: named("hidden_v1"),
        reason:
          "Missing from the listing; asked by name Trino says: Access Denied: Cannot show columns of table hidden_v1",
      },
      {
        view: named("down_v1"),
        reason: "Missing from the listing; asked by name Trino says: metastore: connection refused",
      },
      {
        view: named("schema_v1"),
        reason: "Missing from the listing; asked by name Trino says: Schema 'dev_prod_live' does not exist",
      },
    ],
  });
  expect(port.asked[0]).toBe('DESCRIBE "awsdatacatalog"."dev_prod_live"."gone_v1"');
});

test("recorded from PrestoDB: a missing table is a syntax error that names the very view", async () => {
  const says = (text: string) => aTrinoError("SYNTAX_ERROR", `line 1:1: ${text}`);
  const port = scriptedPort(
    [
      [/"gone_v1"/, says("Table 'awsdatacatalog.dev_prod_live.gone_v1' does not exist")],
      [/"base_v1"/, says("Table 'awsdatacatalog.landing.base' does not exist")],
    ],
    "presto",
  );
  expect(await confirmGone(port, ["gone_v1", "base_v1"].map(named))).toEqual({
    gone: [named("gone_v1")],
    doubtful: [
      {
        view: named("base_v1"),
        reason:
          "Missing from the listing; asked by name Trino says: Table 'awsdatacatalog.landing.base' does not exist",
      },
    ],
  });
});

test("a server that cannot be asked confirms nothing", async () => {
  const down = new UserError("unreachable", "Cannot reach Trino");
  await expect(confirmGone(scriptedPort([[/./, down]]), [named("gone_v1")])).rejects.toBe(down);
});
