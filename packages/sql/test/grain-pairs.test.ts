import { expect, test } from "@jest/globals";
import { compareDefinitions } from "@schema-gate/sql";
import { grainPairs } from "./grain-pairs.js";

/** Where each cause of the suite must be found. */
const placeOfCause: Readonly<Record<string, string>> = {
  distinct: "distinct @definition.distinct",
  "distinct in a CTE": "rows @definition.subquery.distinct",
  "set operation": "set-operation @definition.set-operation",
  grouping: "grouping @definition.group-by",
  "limit over another order": "rows @definition.limit",
  limit: "rows @definition.limit",
  "join may fan out": "rows @definition.from",
  join: "rows @definition.from",
  unnest: "unnest @definition.unnest",
  "filter, deletion mode": "rows @definition.where",
};

test("the suite is whole", () => {
  expect(grainPairs).toHaveLength(29);
});

test.each(grainPairs.map((pair) => [pair.id, pair] as const))("%s", (_, { before, after, truth, cause }) => {
  // That there are other columns, or other types, the comparison of columns tells.
  const found = compareDefinitions(before, after)
    .filter(({ kind }) => kind !== "columns" && !(truth === "columns" && kind === "expression"))
    .map(({ kind, path }) => `${kind} ${path}`);
  if (truth === "row-count") expect(found).toEqual([placeOfCause[cause ?? ""]]);
  else expect(found).toEqual(truth === "value" ? ["expression a"] : []);
});

test.each(grainPairs.map((pair) => [pair.id, pair] as const))(
  "%s, the other way round, is found as often",
  (_, pair) => {
    const kinds = (from: string, to: string) => compareDefinitions(from, to).map(({ kind, path }) => `${kind} ${path}`);
    expect(kinds(pair.after, pair.before).sort()).toEqual(kinds(pair.before, pair.after).sort());
  },
);
