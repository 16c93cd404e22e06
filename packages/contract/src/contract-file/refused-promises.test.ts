import { expect, test } from "@jest/globals";
import { file, full, problemsOf } from "../testing/a-contract.js";

test.each([
  [
    "a latency without a unit",
    "unit: business day, element",
    "element",
    ["44:33: slaProperties[2].value: has no unit; write one of s, min, h, d, week, business day, month, quarter, year"],
  ],
  [
    "a promise twice",
    "latency, value: PT1H",
    "latency, value: PT1H, element: execution",
    ["45:5: slaProperties[3]: latency stands here twice for execution"],
  ],
  [
    "a schedule that is none",
    "0 * * * *",
    "0 * * *",
    ["46:68: slaProperties[4].schedule: is no cron expression; write five fields like 0 6 * * *"],
  ],
  [
    "a retention that is no time",
    "value: unlimited",
    "value: forever",
    ["47:35: slaProperties[5].value: is no length of time; write one like 1 h, 30 min, 2 days or PT1H; or unlimited"],
  ],
  [
    "a day that does not exist",
    "2026-03-01",
    "2026-02-30",
    ["42:45: slaProperties[0].value: must be a date that exists, like 2026-11-22"],
  ],
  [
    "a date for an element",
    "2026-03-01 }",
    "2026-03-01, element: task_id }",
    ["42:66: slaProperties[0].element: is about the whole view; leave element out"],
  ],
  [
    "an SLA row misspelt",
    "property: latency, value: PT1H",
    "property: Latency, value: PT1H",
    ["45:17: slaProperties[3].property: is not read in this spelling; did you mean latency?"],
  ],
  [
    "a key of ours misspelt",
    "property: deletionMode",
    "property: deletion_mode",
    ["51:17: customProperties[0].property: is not read in this spelling; did you mean deletionMode?"],
  ],
  [
    "a key of ours twice",
    "property: deletionColumn",
    "property: deletionMode",
    ["52:17: customProperties[1].property: deletionMode stands here twice"],
  ],
  [
    "another deletion mode",
    "value: soft",
    "value: sotf",
    ['51:38: customProperties[0].value: must be one of hard, soft, none, not "sotf"; did you mean soft?'],
  ],
  [
    "a stakeholder's key misspelt",
    'contact: "#bb"',
    'contct: "#bb"',
    ['55:36: customProperties[2].value[0]: unknown key "contct"; did you mean contact?'],
  ],
  [
    "a stakeholder twice",
    "team: insights",
    "team: Build Baron Tools",
    ["56:17: customProperties[2].value[1].team: stands here twice"],
  ],
  [
    "a successor without its schema",
    "awsdatacatalog.dev_prod_live.Evergreen",
    "Evergreen",
    ["57:35: customProperties[3].value: must be a view's full name, catalog.schema.name"],
  ],
  [
    "another version than the name's",
    "version: 2.0.0",
    "version: 12.0.0",
    ["4:10: version: is 12.0.0, but the view is evergreen_tasks_v2: the first number must be 2"],
  ],
  [
    "a column of deletion that is none",
    "value: Execution }",
    "value: Executions }",
    ["52:40: customProperties[1].value: names executions, which is no column here; did you mean execution?"],
  ],
  [
    "an element that is no column",
    "unit: y, element: execution",
    "unit: y, element: 'depends_on.Task, started'",
    ["48:56: slaProperties[6].element: names started, which is no column here"],
  ],
])("%s is refused with place, reason and what is allowed", (_what, from, to, expected) => {
  expect(problemsOf(full.replace(from, to))).toEqual(expected.map((line) => `${file}:${line}`));
});
