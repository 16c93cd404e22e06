import { expect, test } from "@jest/globals";
import { rules } from "@schema-gate/diff";
import { tableUse } from "@schema-gate/sql";
import { effectOn } from "./effect.js";

const columns = ["task_id", "status", "details", "depends_on"];

/** What a finding by a rule of the catalogue at this path does to a query on the view `v`. */
function effect(ruleId: string, path: string, sql: string | null, isStoredView = false) {
  const rule = rules.find(({ id }) => id === ruleId);
  const added = /-(?:added|inserted)$/.test(ruleId);
  const use = sql === null ? null : tableUse(sql, (parts) => parts.at(-1) === "v", columns);
  if (!rule || typeof use === "string") throw new Error(`${ruleId}: ${String(use)}`);
  const { impact, breaks } = rule;
  return effectOn({ rule: ruleId, impact, breaks, path, before: added ? null : "a" }, use, isStoredView);
}

test.each([
  ["column-removed", "status", "SELECT status FROM v", "fails"],
  ["column-removed", "status", "SELECT task_id FROM v ORDER BY v.status", "fails"],
  ["column-removed", "status", "SELECT task_id FROM v", "none"],
  ["column-removed", "status", "SELECT * FROM v", "fails"],
  ["column-removed", "status", "SELECT count(*) FROM v", "none"],
  ["column-removed", "status", "SELECT 1 FROM v WHERE EXISTS (SELECT 1 FROM u WHERE status = id)", "may"],
  ["column-removed", "status", null, "may"],
  ["view-removed", "", "SELECT count(*) FROM v", "fails"],
  ["columns-reordered", "", "SELECT * FROM v", "may"],
  ["columns-reordered", "", "SELECT status FROM v", "none"],
  ["column-inserted", "cost", "SELECT v.status FROM v", "none"],
  ["column-inserted", "cost", "SELECT cost FROM v JOIN u ON u.id = v.task_id", "may"],
  ["column-inserted", "cost", "SELECT v.* FROM v", "may"],
  ["field-removed", "details.trace_id", "SELECT v.details.trace_id FROM v", "fails"],
  ["field-removed", "details.trace_id", "SELECT v.details.Trace_Id.x FROM v", "fails"],
  ["field-removed", "details.trace_id", "SELECT v.details.span FROM v", "none"],
  ["field-removed", "details.trace_id", "SELECT details FROM v", "may"],
  ["fields-reordered", "details", "SELECT details FROM v", "may"],
  ["fields-reordered", "details", "SELECT v.details.span FROM v", "none"],
  ["element-field-added", "depends_on[].at", "SELECT r.a FROM v, UNNEST(v.depends_on) AS r(a, b)", "may"],
  ["element-field-added", "depends_on[].at", "SELECT status FROM v", "none"],
  ["grain-changed", "@grain", "SELECT status FROM v", "may"],
  ["rows-changed", "@definition.where", "SELECT status FROM v", "may"],
  ["description-changed", "status", "SELECT status FROM v", "may"],
  ["description-changed", "status", "SELECT task_id FROM v", "none"],
  ["kind-changed", "", "SELECT status FROM v", "may"],
  ["owner-changed", "@owner", "SELECT * FROM v", "none"],
])("%s at %j: %j", (rule, path, sql, expected) => {
  expect(effect(rule, path, sql)).toBe(expected);
});

test("a stored view breaks by what only stored views break by", () => {
  const finding = {
    rule: "r",
    impact: "breaking",
    breaks: ["stored-view"],
    path: "a",
    before: "x",
  } as const;
  const use = { named: [], doubtful: [], bare: [], star: true };
  expect([effectOn(finding, use, true), effectOn(finding, use, false)]).toEqual(["fails", "none"]);
});
