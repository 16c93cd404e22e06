import { expect, test } from "@jest/globals";
import { aView } from "../testing/snapshots.js";
import { comparableSides } from "./comparable-sides.js";
import { contractsSide } from "./contracts-side.js";

const here = aView("tasks_v1", ["id varchar"]);
const elsewhere = { ...here, schema: "elsewhere" };
const committed = contractsSide("directory", "snapshots", [here, elsewhere]);
const live = {
  ...contractsSide("live", "live:", [here]),
  covers: ({ schema }: { schema: string }) => schema === here.schema,
};

test.each([
  ["before", { before: committed, after: live }],
  ["after", { before: live, after: committed }],
] as const)("what a side does not look at is left out of the other, and is not gone (%s)", (which, sides) => {
  const { outside, leftOut, ...compared } = comparableSides(sides);
  expect([outside, leftOut]).toEqual([1, 0]);
  expect([...compared[which].entries.keys()]).toEqual(["awsdatacatalog.dev_prod_live.tasks_v1"]);
  expect(compared[which].digest).toBe(live.digest);
  expect(comparableSides(compared)).toEqual({ ...compared, outside: 0, leftOut: 0 });
});

test("sides that look everywhere are taken as they are", () => {
  const sides = { before: committed, after: committed };
  expect(comparableSides(sides)).toEqual({ ...sides, outside: 0, leftOut: 0 });
});
