import { expect, test } from "@jest/globals";
import { snapshotPath } from "./snapshot-path.js";

test.each([
  ["evergreen_tasks_v1", "hive/live/evergreen_tasks_v1.json"],
  ["../../etc/passwd", "hive/live/%2E%2E%2F%2E%2E%2Fetc%2Fpasswd.json"],
  ["größe v1", "hive/live/gr%C3%B6%C3%9Fe%20v1.json"],
  ["😀", "hive/live/%F0%9F%98%80.json"],
])("%s is kept at %s", (name, path) => {
  expect(snapshotPath({ catalog: "hive", schema: "live", name })).toBe(path);
});
