import { expect, test } from "@jest/globals";
import { aSchema, aTrinoError } from "../testing/a-schema.js";
import { type Answer, scriptedPort } from "../testing/scripted-port.js";
import type { QueryResult } from "../trino/trino-port.js";
import { observeLive } from "./observe-live.js";

const scope = { catalog: "awsdatacatalog", schemas: ["dev_prod_live"] };
const loadTablesRead = async () => () => [["base"]];
const signature = (rawType: string) => ({ rawType, arguments: [] });
const result = (...types: string[]): QueryResult => ({
  columns: types.map((type) => ({ name: "id", type, typeSignature: signature(type) })),
  rows: [],
});
const oneView: readonly Answer[] = [
  [/\.tables WHERE/, [["a_v1", "VIEW"]]],
  [/\.views WHERE/, [["a_v1", "SELECT id FROM base"]]],
  [/\.columns WHERE/, [["a_v1", "id", 1, "YES", "bigint", null]]],
];

const observe = async (...answers: Answer[]) => {
  const port = scriptedPort(aSchema([...answers, ...oneView]));
  const { views } = await observeLive(port, { ...scope, loadTablesRead });
  return { asked: port.asked.filter((sql) => /a_v1"/.test(sql)), view: views[0] };
};

test("one statement analyses the view and tells the types its SQL yields", async () => {
  const { asked, view } = await observe([/CROSS JOIN/, result("bigint", "integer")]);
  expect([view?.stored?.columns.map(({ type }) => type), view?.derived, view?.failure]).toEqual([
    ["bigint"],
    ["integer"],
    null,
  ]);
  expect(asked).toEqual([
    'SELECT * FROM "awsdatacatalog"."dev_prod_live"."a_v1" CROSS JOIN (\nSELECT id FROM base\n) LIMIT 0',
    'SHOW CREATE VIEW "awsdatacatalog"."dev_prod_live"."a_v1"',
  ]);
});

test("where the SQL cannot be analysed by itself the view is, and what it yields stays unknown", async () => {
  const denied = aTrinoError("PERMISSION_DENIED", "Access Denied: Cannot select from table base");
  const { asked, view } = await observe([/CROSS JOIN/, denied]);
  expect([view?.stored?.columns.length, view?.derived, view?.failure]).toEqual([1, null, null]);
  expect(asked.map((sql) => sql.split(" ", 2).join(" "))).toEqual(["SELECT *", "EXPLAIN (TYPE", "SHOW CREATE"]);
});

test("a view that fails says why, and which table made it", async () => {
  const stale = aTrinoError("VIEW_IS_STALE", "line 1:15: View 'a_v1' is stale or in invalid state: column [id]");
  const { view } = await observe([/CROSS JOIN/, stale], [/^EXPLAIN.*a_v1/, stale], [/^DESCRIBE/, []]);
  expect(view).toEqual({
    view: { ...{ catalog: "awsdatacatalog", schema: "dev_prod_live" }, name: "a_v1" },
    stored: null,
    failure: { kind: "staled", reason: "View 'a_v1' is stale or in invalid state: column [id]" },
    derived: null,
    causes: ["awsdatacatalog.dev_prod_live.base"],
  });
});

test("a server in trouble while one view is read fails the whole", async () => {
  const busy = aTrinoError("CLUSTER_OUT_OF_MEMORY", "no memory", "INSUFFICIENT_RESOURCES");
  await expect(observe([/CROSS JOIN/, busy])).rejects.toMatchObject({ kind: "unreachable" });
});

test("what a run that was cut short knows is not asked again", async () => {
  const port = scriptedPort(aSchema([[/CROSS JOIN/, result("bigint", "bigint")], ...oneView]));
  const first = await observeLive(port, { ...scope, loadTablesRead });
  const [known] = first.views;
  const again = scriptedPort(aSchema(oneView));
  const kept: unknown[] = [];
  const recall = { recall: () => known ?? null, keep: (...each: unknown[]) => void kept.push(each) };
  expect((await observeLive(again, { ...scope, loadTablesRead, known: recall })).views).toEqual(first.views);
  expect([again.asked.filter((sql) => /a_v1"/.test(sql)), kept]).toEqual([[], []]);
});
