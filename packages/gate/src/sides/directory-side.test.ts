import { symlinkSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { printSnapshot, readLocated, viewLabel } from "@schema-gate/contract";
import { contentId } from "../content-id.js";
import { aView, snapshotFiles } from "../testing/snapshots.js";
import { removeTemporaryDirectories, temporaryDirectory, writeFiles } from "../testing/temporary-directory.js";
import { refusal, usage } from "../testing/user-errors.js";
import { directorySide } from "./directory-side.js";

afterAll(removeTemporaryDirectories);

const tasks = aView("evergreen_tasks_v1", ["task_id varchar", "execution bigint"]);
const odd = aView("täsks v1", ["a bigint"], { schema: "sandbox" });
const tasksFile = "snapshots/awsdatacatalog/dev_prod_live/evergreen_tasks_v1.json";

test("the views of a directory are those of its snapshot files, names decoded, nothing else read", async () => {
  const cwd = temporaryDirectory({
    ...snapshotFiles([tasks, odd]),
    "snapshots/awsdatacatalog/dev_prod_live/evergreen_tasks_v1.history.jsonl": "never read",
    "snapshots/.DS_Store": "never read",
    "snapshots/.git/config": "never read",
  });
  const side = directorySide("./snapshots/", cwd);
  expect({ kind: side.kind, commit: side.commit, source: side.source }).toEqual({
    kind: "directory",
    commit: null,
    source: "./snapshots/",
  });
  expect(
    Array.from(side.entries, ([label, { name, file, contentId: id }]) => [label, { name, file, contentId: id }]),
  ).toEqual([
    [
      viewLabel(tasks),
      {
        name: { catalog: "awsdatacatalog", schema: "dev_prod_live", name: "evergreen_tasks_v1" },
        file: tasksFile,
        contentId: contentId(Buffer.from(printSnapshot(tasks))),
      },
    ],
    [
      'awsdatacatalog.sandbox."täsks v1"',
      {
        name: { catalog: "awsdatacatalog", schema: "sandbox", name: "täsks v1" },
        file: "snapshots/awsdatacatalog/sandbox/t%C3%A4sks%20v1.json",
        contentId: contentId(Buffer.from(printSnapshot(odd))),
      },
    ],
  ]);
  const read = await side.read([viewLabel(odd)]);
  expect([...read].map(([label, view]) => [label, readLocated(view), view.text.line, view.text.columns])).toEqual([
    [viewLabel(odd), odd, 1, { lines: [9, 9] }],
  ]);
});

test("what was compared is what is read, though the file changed in between", async () => {
  const cwd = temporaryDirectory(snapshotFiles([tasks]));
  const side = directorySide("snapshots", cwd);
  writeFiles(cwd, { [tasksFile]: "changed" });
  expect([...(await side.read([viewLabel(tasks)])).values()].map(readLocated)).toEqual([tasks]);
});

test("a root is shown as it was named, made short", () => {
  const cwd = temporaryDirectory(snapshotFiles([tasks], ""));
  const fileOf = (directory: string) => [...directorySide(directory, cwd).entries.values()].map(({ file }) => file);
  expect(fileOf(".")).toEqual(["awsdatacatalog/dev_prod_live/evergreen_tasks_v1.json"]);
  expect(fileOf(cwd)).toEqual([`${cwd}/awsdatacatalog/dev_prod_live/evergreen_tasks_v1.json`]);
});

test("any stray file is an error that names it", async () => {
  const cwd = temporaryDirectory({ ...snapshotFiles([tasks]), "snapshots/notes.md": "" });
  expect((await refusal(() => directorySide("snapshots", cwd))).message).toMatch(
    /^snapshots\/notes\.md is no snapshot/,
  );
});

test("links are not followed, whether they lead out of the directory or not", async () => {
  const outside = temporaryDirectory(snapshotFiles([tasks]));
  const cwd = temporaryDirectory(snapshotFiles([odd]));
  symlinkSync(
    join(outside, "snapshots/awsdatacatalog/dev_prod_live"),
    join(cwd, "snapshots/awsdatacatalog/dev_prod_live"),
  );
  expect(await refusal(() => directorySide("snapshots", cwd))).toEqual(
    usage(`${cwd}/snapshots/awsdatacatalog/dev_prod_live is a link or device, not a plain file.`),
  );
});

test("a file past the bound is refused before it is read", async () => {
  const cwd = temporaryDirectory({ [tasksFile]: "" });
  truncateSync(join(cwd, tasksFile), 64 * 1024 * 1024 + 1);
  expect(await refusal(() => directorySide("snapshots", cwd))).toEqual(
    usage(`${cwd}/${tasksFile} has 67108865 bytes; a file may have 67108864 at most.`),
  );
});

test.each([
  ["names another view", printSnapshot({ ...tasks, name: "other_v1" }), "disagree"],
  ["is no UTF-8", Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xff]), Buffer.from('"}')]), "utf8"],
  ["is no JSON", "SELECT 1", "json"],
])("a file that %s is refused with its place once it is read", async (_what, content, problem) => {
  const side = directorySide("snapshots", temporaryDirectory({ [tasksFile]: content }));
  const messages = new Map([
    [
      "disagree",
      `${tasksFile}:1: the path says ${viewLabel(tasks)}, the content awsdatacatalog.dev_prod_live.other_v1. ` +
        "Mend the names, or move the file to awsdatacatalog/dev_prod_live/other_v1.json.",
    ],
    ["utf8", `Cannot read ${tasksFile}: it is not UTF-8. Save it as UTF-8.`],
    ["json", `Cannot read ${tasksFile}: expected an object, found "S" (line 1, column 1)`],
  ]);
  expect(await refusal(() => side.read([viewLabel(tasks)]))).toEqual(usage(messages.get(problem) ?? ""));
});
