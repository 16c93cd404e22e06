import { expect, test } from "@jest/globals";
import type { Contract } from "@schema-gate/contract";
import type { Observation } from "../play/observation.js";
import { categoryRows } from "./category-table.js";
import { judgeAll } from "./judge-all.js";
import { printMiss } from "./print-tables.js";
import { ruleRows } from "./rule-table.js";
import { missesOf } from "./tally.js";

const column = (name: string) => ({ name, type: "varchar", nullable: null, comment: null });

const view = (...names: string[]): Contract => ({
  catalog: "awsdatacatalog",
  schema: "open",
  name: "case_7_v1",
  kind: "view",
  security: "definer",
  comment: null,
  columns: names.map(column),
  definition: null,
});

const observation: Observation = {
  seed: 7,
  plan: "",
  edits: ["removeColumn"],
  before: [view("task_id", "status")],
  after: [view("task_id")],
  released: {},
  readers: [
    { categories: ["by-name"], sql: "SELECT v.status FROM {view} AS v", outcome: "error COLUMN_NOT_FOUND" },
    { categories: ["positional"], sql: "SELECT t.a FROM {view} AS t (a, b)", outcome: "unusable" },
    { categories: ["row-count"], sql: "SELECT count(*) AS n FROM {view}", outcome: "rows" },
  ],
};

test("a query that answers otherwise is missed when no finding lists what it relies on", () => {
  const judged = judgeAll([observation]);
  expect(judged.flatMap((each) => missesOf(each).map(printMiss))).toEqual([
    "case 7 (removeColumn): row-count rows: SELECT count(*) AS n FROM {view} [found: column-removed]",
  ]);
});

test("tables count what was asked, what changed, what is claimed and what the loss of a rule would cost", () => {
  const judged = judgeAll([observation]);
  expect(categoryRows(judged).filter(({ asked, claimed }) => asked + claimed > 0)).toEqual([
    { category: "by-name", asked: 1, changed: 1, missed: 0, claimed: 1, unwitnessed: 0 },
    { category: "unqualified", asked: 0, changed: 0, missed: 0, claimed: 1, unwitnessed: 1 },
    { category: "positional", asked: 0, changed: 0, missed: 0, claimed: 1, unwitnessed: 1 },
    { category: "stored-view", asked: 0, changed: 0, missed: 0, claimed: 1, unwitnessed: 1 },
    { category: "typed-client", asked: 0, changed: 0, missed: 0, claimed: 1, unwitnessed: 1 },
    { category: "row-count", asked: 1, changed: 1, missed: 1, claimed: 0, unwitnessed: 0 },
  ]);
  expect(ruleRows(judged).filter(({ cases }) => cases > 0)).toEqual([
    {
      rule: "column-removed",
      cases: 1,
      witnessed: [
        ["by-name", 1],
        ["unqualified", 0],
        ["positional", 0],
        ["stored-view", 0],
        ["typed-client", 0],
      ],
      missedWithout: 1,
    },
  ]);
});
