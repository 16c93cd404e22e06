import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import type { Contract } from "@schema-gate/contract";
import { rules } from "@schema-gate/diff";
import { compareFixture, expectedFile, fixtureNames, readFixture, shown } from "./read-fixture.js";

const changeRules = rules.filter((rule) => rule.kind !== "gate").map((rule) => rule.id);

// Nothing that can be published makes this change; the tests of the patch show it.
const unpublishable = ["change-unrecognised"];

describe.each(fixtureNames)("%s", (name) => {
  const fixture = readFixture(name);

  test("all rules together find exactly what is expected", () => {
    const found = shown(compareFixture(fixture));
    if (process.env.UPDATE_GOLDEN && !process.env.CI) {
      writeFileSync(expectedFile(name), `${JSON.stringify(found, null, 2)}\n`);
    }
    expect(found).toEqual(JSON.parse(readFileSync(expectedFile(name), "utf8")));
  });

  test("each side compared with itself finds nothing", () => {
    const { before, after, promised } = fixture;
    const twice = (contract: Contract | null) => ({ before: contract, after: contract });
    expect(compareFixture({ ...fixture, after: before, promised: twice(promised?.before ?? null) })).toEqual([]);
    expect(compareFixture({ ...fixture, before: after, promised: twice(promised?.after ?? null) })).toEqual([]);
  });
});

test("each rule on changes has a fixture that shows it, and each fixture is named for a rule it shows", () => {
  const ids = new Set(fixtureNames.map((name) => name.replace(/--.*/, "")));
  expect([...ids].sort()).toEqual(changeRules.filter((id) => !unpublishable.includes(id)).sort());
  const unshown = fixtureNames
    .filter((name) => !name.includes("--"))
    .filter((name) => {
      return !compareFixture(readFixture(name)).some((finding) => finding.rule === name);
    });
  expect(unshown).toEqual([]);
});
