import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { familyFilter, familyOf } from "./naming.js";

const patterns = ["v__{source}__{entity}__v{version}", "{project}_{entity}_v{version}"];

test.each([
  ["v__evergreen__finished_tasks__v1", "v__evergreen__finished_tasks", 1, "evergreen", "finished_tasks"],
  ["v__results__daily_test_stats__v12", "v__results__daily_test_stats", 12, "results", "daily_test_stats"],
  ["v__a__b__c__v3", "v__a__b__c", 3, "a", "b__c"],
  ["evergreen_tasks_v2", "evergreen_tasks", 2, "evergreen", "tasks"],
  ["evergreen_project_versions_v1", "evergreen_project_versions", 1, "evergreen", "project_versions"],
  ["evergreen_v1_v2", "evergreen_v1", 2, "evergreen", "v1"],
  ["evergreen_tasks_v0", "evergreen_tasks", 0, "evergreen", "tasks"],
  ["evergreen_tasks_v007", "evergreen_tasks", 7, "evergreen", "tasks"],
  ["evergreen_tasks_v20260131120000", "evergreen_tasks", 20260131120000, "evergreen", "tasks"],
  ["evergreen_tasks_v99999999999999999999", "evergreen_tasks_v99999999999999999999", 1, null, null],
  ["evergreen_tasks", "evergreen_tasks", 1, null, null],
  ["evergreen_tasks_v", "evergreen_tasks_v", 1, null, null],
  ["evergreen_tasks_v1_old", "evergreen_tasks_v1_old", 1, null, null],
  ["evergreen_tasks2", "evergreen_tasks2", 1, null, null],
  ["evergreen_tasks_V2", "evergreen_tasks_V2", 1, null, null],
  ["tasks_v2", "tasks", 2, null, null],
  ["v__tasks__v2", "v__tasks", 2, null, null],
  ["_tasks_v2", "_tasks", 2, null, null],
  ["_v2", "_v2", 1, null, null],
  ["v2", "v2", 1, null, null],
  ["", "", 1, null, null],
  ["weekly report_täsks_v4", "weekly report_täsks", 4, "weekly report", "täsks"],
])("%j belongs to %j as version %d (project %j, entity %j)", (name, family, version, project, entity) => {
  expect(familyOf(name, patterns)).toEqual({ family, version, project, entity });
});

test("the first pattern that fits the whole name decides, then the first that fits its end", () => {
  const own = ["bf_manager_{entity}_v{version}", "{project}_{entity}_rev{version}", ...patterns];
  expect(familyOf("bf_manager_bfs_v2", own)).toEqual({
    family: "bf_manager_bfs",
    version: 2,
    project: null,
    entity: "bfs",
  });
  expect(familyOf("results_runs_rev3", own)).toEqual({
    family: "results_runs",
    version: 3,
    project: "results",
    entity: "runs",
  });
  expect(familyOf("runs_rev3", own)).toEqual({ family: "runs", version: 3, project: null, entity: null });
});

test("text right before the version belongs to the family, but for the marker", () => {
  const own = ["{entity}_daily_v{version}", "bf_tasks_v{version}"];
  expect(familyOf("runs_daily_v2", own)).toEqual({ family: "runs_daily", version: 2, project: null, entity: "runs" });
  expect(familyOf("bf_tasks_v2", own)).toEqual({ family: "bf_tasks", version: 2, project: null, entity: null });
  expect(familyOf("daily_v2", own)).toEqual({ family: "daily", version: 2, project: null, entity: null });
});

test("without patterns every view is version 1 of its own family", () => {
  expect(familyOf("evergreen_tasks_v2", [])).toEqual({
    family: "evergreen_tasks_v2",
    version: 1,
    project: null,
    entity: null,
  });
});

test("a name of a million underscores is read in no time", () => {
  const name = `${"_".repeat(1_000_000)}a_v1`;
  expect(familyOf(name, patterns)).toEqual({ family: name.slice(0, -3), version: 1, project: null, entity: null });
});

test("the filter of some families lets through their versions and what only looks like one", () => {
  const names = [
    "tasks",
    "tasks_v1",
    "tasks_v02",
    "tasks2",
    "tasks_v1_old",
    "task_v1",
    "a_tasks_v1",
    "hosts_v3",
    "hosts",
  ];
  expect(names.filter(familyFilter(["tasks", "none"], patterns))).toEqual(["tasks", "tasks_v1", "tasks_v02", "tasks2"]);
  expect(names.filter(familyFilter([], patterns))).toEqual([]);
});

test("the filter of a family never leaves out one of it, whatever the patterns", () => {
  const own = ["{project}_{entity}_rev{version}", "x{version}", "v_{entity}__v{version}", ...patterns];
  const name = fc
    .array(fc.constantFrom("v", "_", "__", "_v", "rev", "x", "1", "02", "tasks", "ä"), { maxLength: 6 })
    .map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(name, name, fc.subarray(own), (one, other, chosen) => {
      const { family } = familyOf(one, chosen);
      expect(familyFilter([family], chosen)(one)).toBe(true);
      const isSame = familyOf(other, chosen).family === family;
      expect(isSame && !familyFilter([family], chosen)(other)).toBe(false);
    }),
    { numRuns: 2000 },
  );
});
