import { expect, test } from "@jest/globals";
import { snapshotPath } from "@schema-gate/contract";
import { refusal, usage } from "../testing/user-errors.js";
import { isNoSnapshot, viewOfPath } from "./view-of-path.js";

test.each([
  ["c", "s", "v_1"],
  ["my catalog", "s", "täsks"],
  ["..", ".", "../../etc/passwd"],
  ["%41", "a.b", 'say "hi"\n'],
  ["c", "s", "😀"],
])("the path of %j.%j.%j leads back to it", (catalog, schema, name) => {
  const view = { catalog, schema, name };
  expect(viewOfPath(snapshotPath(view), "snapshots")).toEqual(view);
});

test.each([
  "v.json",
  "s/v.json",
  "a/c/s/v.json",
  "c/s/v.yaml",
  "c/s/v.JSON",
  "c/s/V.json",
  "C/s/v.json",
  "c/s/%56.json",
  "c/s/%76.json",
  "c/s/%c3%a4.json",
  "c/s/%C3.json",
  "c/s/%ED%A0%80.json",
  "c/s/%.json",
  "c/s/a b.json",
  "c/s/.json",
  "c//v.json",
  "c/s/%2f.json",
  "c/s/v%00.json/x",
  "readme.md",
  "",
])("%j is the path of no snapshot", async (path) => {
  expect(await refusal(() => viewOfPath(path, "snapshots"))).toEqual(
    usage(
      `${path === "" ? "snapshots" : `snapshots/${path}`} is no snapshot: its path must be <catalog>/<schema>/<view>.json in lower case, ` +
        "percent-encoded outside [a-z0-9_]. Rename it, or move it out of the snapshots.",
    ),
  );
});

test.each([
  ["c/s/v.history.jsonl", true],
  [".gitkeep", true],
  ["c/.DS_Store", true],
  [".git/c/s/v.json", true],
  ["c/s/v.json", false],
  ["c/s/v.jsonl", false],
  ["README.md", false],
])("whether %s may stand among snapshots: %j", (path, expected) => {
  expect(isNoSnapshot(path)).toBe(expected);
});
