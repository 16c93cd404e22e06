import { expect, test } from "@jest/globals";
import fc from "fast-check";

const { PROPERTY_SEED = "20261122", PROPERTY_RUNS = "200" } = process.env;

test("every property is run with the seed and the number of runs of the suite", () => {
  expect(fc.readConfigureGlobal()).toEqual({ seed: Number(PROPERTY_SEED), numRuns: Number(PROPERTY_RUNS) });
});

test("two runs are given the same values", () => {
  const given = () => {
    const values: number[] = [];
    fc.assert(fc.property(fc.integer(), (value) => values.push(value) > 0));
    return values;
  };
  expect(given()).toEqual(given());
});
