import { expect, test } from "@jest/globals";
import { UserError } from "../user-error.js";
import { readTaskSql } from "./read-task-sql.js";

test("holes become names of their own, comments go, lines stay, front matter is read", () => {
  const template = `-- <yaml>
-- DependsOn:
--   runs: awsdatacatalog.dev_prod_live.flaky__runs__raw
-- </yaml>
SELECT {{ a(
  1) }} AS hole_x, '{# not\n said #}' FROM "c"."{{ get('schema') }}"."t" WHERE r = ROW(1) {x`;
  expect(readTaskSql(template, "a.sql")).toEqual({
    text: `-- <yaml>
-- DependsOn:
--   runs: awsdatacatalog.dev_prod_live.flaky__runs__raw
-- </yaml>
SELECT xhole_1
 AS hole_x, '\n' FROM "c"."xhole_2"."t" WHERE r = ROW(1) {x`,
    hole: "xhole_",
    doubt: null,
    dependsOn: ["awsdatacatalog.dev_prod_live.flaky__runs__raw"],
  });
});

test.each([
  [
    "SELECT 1\n{% if a %} FROM t{% endif %}",
    "line 2 is a block of the template, which is only known when the job runs",
  ],
  ["SELECT {{ a", "line 1 has a bracket of the template that }} does not close"],
  ["{{".repeat(500_000), "line 1 has a bracket of the template that }} does not close"],
])("what only a run can tell is a doubt: %.30s", (template, doubt) => {
  expect(readTaskSql(template, "a.sql").doubt).toBe(doubt);
});

test.each([
  ["-- <yaml>\n-- a: b", 'a.sql:1: "-- <yaml>" is not closed by "-- </yaml>"'],
  ["-- <yaml>\nSELECT 1\n-- </yaml>", 'a.sql:2: front matter must stand in comments, after "-- "'],
  ["-- <yaml>\n-- DependsOn: t\n-- </yaml>", "a.sql:1: front matter: DependsOn must name a table for each alias"],
  ["-- <yaml>\n-- a: 1\n-- a: 2\n-- </yaml>", "a.sql:3:1: "],
])("front matter that is none is refused with its place: %j", (template, message) => {
  expect(() => readTaskSql(template, "a.sql")).toThrow(UserError);
  expect(() => readTaskSql(template, "a.sql")).toThrow(message);
});

test("front matter that says nothing names no table", () => {
  for (const text of [
    "-- <yaml>\n-- </yaml>",
    "-- <yaml>\n-- DependsOn: {}\n-- </yaml>",
    "-- <yaml>\n-- Owner: a\n-- </yaml>",
  ]) {
    expect(readTaskSql(text, "a.sql").dependsOn).toEqual([]);
  }
});
