import { expect, test } from "@jest/globals";
import { waiverProblem } from "./waiver-problem.js";
import type { Waiver } from "./waiver-schema.js";

const waiver: Waiver = {
  formatVersion: 1,
  finding: "9f2c41d07ab3e815",
  rule: "column-removed",
  view: "awsdatacatalog.dev_prod_live.evergreen_tasks_v1",
  path: "pod_id",
  before: "varchar",
  after: null,
  owner: "ada@example.com",
  reason: "Nobody has read it for a year.",
  ends: "2027-05-31",
};

test.each([
  ["2027-05-31", null],
  ["2027-06-01", "It ended on 2027-05-31."],
  ["2026-11-22", null],
  ["2026-05-31", null],
  ["2026-05-30", "It ends on 2027-05-31; a waiver may end 2027-05-30 at the latest."],
])("as of %s the problem is %j", (asOf, expected) => {
  expect(waiverProblem(waiver, asOf)).toBe(expected);
});
