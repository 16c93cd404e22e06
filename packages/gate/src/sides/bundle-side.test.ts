import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { locateViews, printBundle, readLocated, viewLabel } from "@schema-gate/contract";
import { contentId } from "../content-id.js";
import { aView } from "../testing/snapshots.js";
import { removeTemporaryDirectories, temporaryDirectory } from "../testing/temporary-directory.js";
import { refusal, usage } from "../testing/user-errors.js";
import { bundleSide } from "./bundle-side.js";
import { readBundle } from "./read-bundle.js";

afterAll(removeTemporaryDirectories);

const tasks = aView("evergreen_tasks_v1", ["task_id varchar"]);
const builds = aView("evergreen_builds_v1", ["build_id varchar"]);
const added = aView("a_first_v1", ["x bigint"]);

test("the views of a bundle are known by the bytes of their own text", async () => {
  const text = printBundle([tasks, builds]);
  const side = bundleSide("b.json", Buffer.from(text));
  expect([...side.entries].map(([label, { file }]) => [label, file])).toEqual([
    [viewLabel(tasks), "b.json"],
    [viewLabel(builds), "b.json"],
  ]);
  const slice = text.slice(
    text.lastIndexOf("    {\n", text.indexOf("evergreen_builds")) + 4,
    text.lastIndexOf("\n  ]"),
  );
  expect(side.entries.get(viewLabel(builds))?.contentId).toBe(contentId(Buffer.from(slice)));
  expect([...(await side.read([viewLabel(builds)])).values()].map(readLocated)).toEqual([builds]);
});

test("beside its twin a bundle is what it is alone, though less is read", async () => {
  const changed = { ...builds, comment: "One row per build." };
  const cwd = temporaryDirectory({
    "before.json": printBundle([tasks, builds]),
    "after.json": printBundle([added, tasks, changed]),
  });
  const before = bundleSide("before.json", readBundle("before.json", cwd));
  const alone = bundleSide("after.json", readBundle("after.json", cwd));
  const beside = bundleSide("after.json", readBundle("after.json", cwd), before);
  expect([...beside.entries]).toEqual([...alone.entries]);
  expect(beside.digest).toBe(alone.digest);
  expect(beside.views.map(({ twin }) => twin?.name ?? null)).toEqual([null, "evergreen_tasks_v1", null]);
  const labels = [added, tasks, changed].map(viewLabel);
  const contracts = Array.from((await beside.read(labels)).values(), readLocated);
  expect(contracts).toEqual([added, tasks, changed]);
  expect(Array.from((await beside.read(labels)).values(), ({ text }) => text.columns)).toEqual(
    Array.from((await alone.read(labels)).values(), ({ text }) => text.columns),
  );
});

test("two views of one name are refused with both lines, letter case aside", async () => {
  const cwd = temporaryDirectory({ "b.json": printBundle([tasks, builds, { ...tasks, name: "Evergreen_TASKS_v1" }]) });
  expect(await refusal(() => bundleSide("b.json", readBundle("b.json", cwd)))).toEqual(
    usage(`b.json: ${viewLabel(tasks)} stands twice, in lines 4 and 30.`),
  );
});

test("a view longer than a file may be is refused with its place, as its text could not be held", async () => {
  const length = 64 * 1024 * 1024;
  const long = { ...builds, comment: "x".repeat(length) };
  const bytes = Buffer.from(printBundle([tasks, long]));
  const { start = 0, end = 0, line = 0 } = locateViews(bytes, "b.json")[1] ?? {};
  expect(await refusal(() => bundleSide("b.json", bytes))).toEqual(
    usage(`b.json:${line}: ${viewLabel(builds)} has ${end - start} bytes; a view may have ${length} at most.`),
  );
});

test("bytes that are no UTF-8 are refused, even in a view that did not change", async () => {
  const [start, end] = printBundle([{ ...tasks, comment: "@@" }]).split("@@");
  const bytes = Buffer.concat([Buffer.from(start ?? ""), Buffer.from([0xc3, 0x28]), Buffer.from(end ?? "")]);
  const cwd = temporaryDirectory({ "b.json": bytes });
  expect(await refusal(() => bundleSide("b.json", readBundle("b.json", cwd)))).toEqual(
    usage("Cannot read b.json: it is not UTF-8. Save it as UTF-8."),
  );
});

test("a file that is empty, missing or nested without end is refused", async () => {
  const cwd = temporaryDirectory({ "empty.json": "", "deep.json": "[".repeat(1_000_000) });
  expect((await refusal(() => bundleSide("empty.json", readBundle("empty.json", cwd)))).message).toBe(
    "Cannot read empty.json: expected an object, found the end of the file (line 1, column 1)",
  );
  expect((await refusal(() => bundleSide("deep.json", readBundle("deep.json", cwd)))).message).toBe(
    'Cannot read deep.json: expected an object, found "[" (line 1, column 1)',
  );
  const missing = join(cwd, "missing.json");
  expect((await refusal(() => bundleSide("missing.json", readBundle("missing.json", cwd)))).message).toBe(
    `Cannot read missing.json: ENOENT: no such file or directory, open '${missing}'`,
  );
});
