import { expect, test } from "@jest/globals";
import { withSqlParser } from "./sql-parser.js";

test("a comparison is run again with Trino's parser only when it compares definitions, and then once for each", async () => {
  const runs: string[][] = [];
  const compare = (pairs: readonly (readonly [string, string])[]) =>
    withSqlParser(({ compareDefinitions }) => {
      const found = pairs.flatMap(([before, after]) => compareDefinitions(before, after).map(({ path }) => path));
      runs.push(found);
      return found;
    });
  expect(await compare([])).toEqual([]);
  expect(runs).toEqual([[]]);
  const filtered = ["SELECT a FROM t", "SELECT a FROM t WHERE a > 1"] as const;
  expect(await compare([filtered])).toEqual(["@definition.where"]);
  expect(runs).toEqual([[], [], ["@definition.where"]]);
  expect(await compare([filtered])).toEqual(["@definition.where"]);
  expect(runs).toHaveLength(4);
});
