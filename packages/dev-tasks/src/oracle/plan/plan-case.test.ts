import { expect, test } from "@jest/globals";
import { canonicalType } from "@schema-gate/contract";
import { readerCategories } from "@schema-gate/diff";
import { edits } from "../edits/edits.js";
import { familyEdits } from "../edits/family-edits.js";
import { planCase } from "./plan-case.js";
import { scalarGroups } from "./scalars.js";
import { type Shape, typeOf } from "./shape.js";

const plans = Array.from({ length: 1500 }, (_, seed) => planCase(seed));
const views = plans.flatMap(({ before, after }) => [...Object.values(before), ...Object.values(after)]);
const shapes = views.flatMap(({ columns }) => columns.map(({ shape }) => shape));

test("a seed always gives the same case", () => {
  expect(plans.slice(0, 100).map(({ seed }) => planCase(seed))).toEqual(plans.slice(0, 100));
});

test("every edit is made, one to five in a case", () => {
  const made = plans.flatMap((plan) => plan.edits);
  expect([...new Set(made)].sort()).toEqual([...Object.keys(edits), ...Object.keys(familyEdits)].sort());
  expect([...new Set(plans.map((plan) => plan.edits.length))].sort()).toEqual([0, 1, 2, 3, 4, 5]);
});

test("every category of readers is asked", () => {
  const asked = new Set(plans.flatMap(({ readers }) => readers.flatMap(({ categories }) => categories)));
  expect([...asked].sort()).toEqual([...readerCategories].sort());
});

test("types are of all groups, nested to depth four, and written canonically", () => {
  const types = shapes.map(typeOf);
  expect(types).toEqual(types.map(canonicalType));
  expect(scalarGroups.flat().filter((type) => !types.includes(type))).toEqual([]);
  expect(Math.max(...shapes.map(depthOf))).toBeGreaterThanOrEqual(4);
});

function depthOf(shape: Shape): number {
  switch (shape.kind) {
    case "scalar":
      return 1;
    case "array":
      return 1 + depthOf(shape.element);
    case "map":
      return 1 + depthOf(shape.value);
    case "row":
      return 1 + Math.max(...shape.fields.map((field) => depthOf(field.shape)));
  }
}
