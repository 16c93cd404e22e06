import { expect, test } from "@jest/globals";
import { means } from "./means.js";

const view = { catalog: "c", schema: "live", name: "v__a__b__v1" };
const home = { catalog: "c", schema: "other" };

test.each([
  ["c.live.v__a__b__v1", null, "yes"],
  ["live.v__a__b__v1", null, "yes"],
  ["v__a__b__v1", null, "yes"],
  ["v__a__b__v1", home, "no"],
  ["live.v__a__b__v1", home, "yes"],
  ["d.live.v__a__b__v1", null, "no"],
  ["c.hole_1.v__a__b__v1", null, "maybe"],
  ["hole_12.live.v__hole_3__b__v1", null, "maybe"],
  ["c.live.v__hole_1__hole_2__v1", null, "maybe"],
  ["c.live.v__hole_1__c__v1", null, "no"],
  ["c.live.v__a__b__b__hole_1", null, "no"],
  ["c.live.v__a__b__v1hole_1__v1", null, "no"],
  ["c.hole_1.other", null, "no"],
  ["x.c.live.v__a__b__v1", null, "no"],
])("%s", (name, at, expected) => {
  expect(means(name.split("."), view, at, "hole_")).toBe(expected);
});

test("a name of a thousand holes is told in no time", () => {
  const name = { ...view, name: "a".repeat(10_000) };
  expect(means([Array.from({ length: 1000 }, (_, at) => `a__hole_${at}`).join("")], name, null, "hole_")).toBe("no");
});
