import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { loadStatePolicy } from "@schema-gate/diff";
import { expectedFile, shown } from "./read-fixture.js";
import { judgeFixture, stateFixtureNames } from "./read-state.js";

const { stateRules } = await loadStatePolicy();

describe.each(stateFixtureNames)("%s", (name) => {
  test("all rules together find nothing in the good state, and in the bad one exactly what is expected", () => {
    const found = shown(judgeFixture(name, "bad"));
    if (process.env.UPDATE_GOLDEN && !process.env.CI) {
      writeFileSync(expectedFile(name), `${JSON.stringify(found, null, 2)}\n`);
    }
    expect(judgeFixture(name, "good")).toEqual([]);
    expect(found).toEqual(JSON.parse(readFileSync(expectedFile(name), "utf8")));
  });

  test("no two findings share an id, or a rule and a path of one view", () => {
    const found = judgeFixture(name, "bad");
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    expect(new Set(found.map(({ rule, view, path }) => JSON.stringify([rule, view, path]))).size).toBe(found.length);
  });
});

test("each rule on states has a fixture that shows it, and each fixture is named for a rule it shows", () => {
  const ids = new Set(stateFixtureNames.map((name) => name.replace(/--.*/, "")));
  expect([...ids].sort()).toEqual(stateRules.map(({ id }) => id).sort());
  const unshown = stateFixtureNames.filter((name) => {
    return !judgeFixture(name, "bad").some(({ rule }) => rule === name.replace(/--.*/, ""));
  });
  expect(unshown).toEqual([]);
});
