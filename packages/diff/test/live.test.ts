import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { loadLiveJudge, readerCategories } from "@schema-gate/diff";
import { expectedFile, shown } from "./read-fixture.js";
import { judgeLiveFixture, liveFixtureNames } from "./read-live.js";

const { liveRules } = await loadLiveJudge();

test.each(liveFixtureNames)("%s: all rules together find exactly what is expected", (name) => {
  const found = shown(judgeLiveFixture(name));
  if (process.env.UPDATE_GOLDEN && !process.env.CI) {
    writeFileSync(expectedFile(name), `${JSON.stringify(found, null, 2)}\n`);
  }
  expect(found).toEqual(JSON.parse(readFileSync(expectedFile(name), "utf8")));
});

test("each rule on live Trino has a fixture that shows it, and each fixture is named for a rule it shows", () => {
  const ids = new Set(liveFixtureNames.map((name) => name.replace(/--.*/, "")));
  expect([...ids].sort()).toEqual(liveRules.map(({ id }) => id).sort());
  const unshown = liveFixtureNames
    .filter((name) => !name.includes("--"))
    .filter((name) => !judgeLiveFixture(name).some(({ rule }) => rule === name));
  expect(unshown).toEqual([]);
});

/** What SQL cannot witness on the servers at hand: the course of time, counts of earlier runs, casts of servers to come. */
const told = [
  "deletion-marker-unused",
  "grain-doubled",
  "latency-missed",
  "nulls-found",
  "retention-missed",
  "rows-vanished",
  "stored-type-narrowed",
  "view-undeclared",
  "view-undelivered",
];

test("only what SQL cannot witness has a scenario, and a proof breaks the readers its rule lists", () => {
  expect(liveRules.filter(({ proof }) => "scenario" in proof).map(({ id }) => id)).toEqual(told);
  const broken = liveRules.flatMap(({ id, breaks, proof }) => {
    if ("scenario" in proof) return [];
    const categories = new Set(
      proof.readers.filter(({ outcome }) => outcome !== "same").map(({ category }) => category),
    );
    return [{ id, claimed: breaks, shown: readerCategories.filter((category) => categories.has(category)) }];
  });
  expect(broken.filter(({ claimed, shown }) => JSON.stringify(claimed) !== JSON.stringify(shown))).toEqual([]);
});
