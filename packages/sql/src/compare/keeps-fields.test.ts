import { expect, test } from "@jest/globals";
import { compareDefinitions } from "./compare-definitions.js";

const row = (values: string, type: string) => `SELECT CAST(ROW(${values}) AS row(${type})) AS r FROM t`;

function keeps(before: string, after: string): (boolean | undefined)[] {
  return compareDefinitions(before, after).map(({ kind, keepsFields }) => {
    expect(kind).toBe("expression");
    return keepsFields;
  });
}

const before = row("t.a, t.b", "x bigint, y varchar");

test.each([
  ["a field is added at the end", row("t.a, t.b, t.c", "x bigint, y varchar, z date")],
  ["a field is put in between", row("t.a, t.c, t.b", "x bigint, z date, y varchar")],
  ["fields change places with their values", row("t.b, t.a", "y varchar, x bigint")],
])("all fields are kept when %s", (_, after) => {
  expect(keeps(before, after)).toEqual([true]);
});

test.each([
  ["a field has another value", row("t.a + 1, t.b, t.c", "x bigint, y varchar, z date")],
  ["values change places and names do not", row("t.b, t.a, t.c", "x bigint, y varchar, z date")],
  ["a field is gone", row("t.a", "x bigint")],
  ["a field is cast to another type", row("CAST(t.a AS integer), t.b, t.c", "x bigint, y varchar, z date")],
  ["the names of the fields cannot be told", "SELECT t.r AS r FROM t"],
])("not all fields are kept when %s", (_, after) => {
  expect(keeps(before, after)).toEqual([false]);
});

const elements = (values: string, type: string) =>
  `SELECT CASE t.k WHEN 1 THEN CAST(ARRAY[ROW(${values})] AS array(row(${type}))) END AS r FROM t`;

test("fields are found by name in the elements of arrays and in the branches of CASE", () => {
  const after = (first: string) => elements(`${first}, t.b`, "x bigint, y varchar");
  expect(keeps(elements("t.a", "x bigint"), after("t.a"))).toEqual([true]);
  expect(keeps(elements("t.a", "x bigint"), after("t.b"))).toEqual([false]);
});
