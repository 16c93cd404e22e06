import { expect, test } from "@jest/globals";
import { nextVersionName } from "./next-version-name.js";

const patterns = ["v__{source}__{entity}__v{version}", "{project}_{entity}_v{version}"];

test.each([
  ["evergreen_tasks_v2", "evergreen_tasks_v3"],
  ["evergreen_tasks_v9", "evergreen_tasks_v10"],
  ["evergreen_tasks_v02", "evergreen_tasks_v03"],
  ["v__evergreen__tasks__v1", "v__evergreen__tasks__v2"],
  ["evergreen_tasks", "evergreen_tasks_v2"],
  ["v__evergreen__tasks", "v__evergreen__tasks__v2"],
  ["tasks", "tasks__v2"],
])("after %s comes %s", (name, next) => {
  expect(nextVersionName(name, patterns)).toBe(next);
});
