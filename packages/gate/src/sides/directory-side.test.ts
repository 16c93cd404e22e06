import { symlinkSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { printSnapshot, readLocated, snapshotPath, viewLabel } from "@schema-gate/contract";
import { contentId } from "../content-id.js";
import { aView, snapshotFiles } from "../testing/snapshots.js";
import { removeTemporaryDirectories, temporaryDirectory, writeFiles } from "../testing/temporary-directory.js";
import { refusal, usage } from "../testing/user-errors.js";
import { directorySide, directorySides } from "./directory-side.js";
import type { Side } from "./side.js";

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

test("a link or a folder in the place of a file is refused, by itself and beside another directory", async () => {
  const cwd = temporaryDirectory(snapshotFiles([tasks]));
  const place = "snapshots/awsdatacatalog/dev_prod_live";
  symlinkSync(join(cwd, tasksFile), join(cwd, place, "b_v1.json"));
  const both = [() => directorySide("snapshots", cwd), () => directorySides("snapshots", "snapshots", cwd)];
  for (const open of both) {
    expect(await refusal(open)).toEqual(usage(`Cannot read ${cwd}/${place}/b_v1.json: it is a symbolic link.`));
  }
  const other = temporaryDirectory({ ...snapshotFiles([tasks]), [`${place}/b_v1.json/inside`]: "" });
  for (const open of [() => directorySide("snapshots", other), () => directorySides("snapshots", "snapshots", other)]) {
    expect(await refusal(open)).toEqual(usage(`${other}/${place}/b_v1.json is not a plain file.`));
  }
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

const wide = aView(
  "evergreen_wide_v1",
  Array.from({ length: 6000 }, (_, index) => `a_rather_long_column_name_${index} varchar`),
);

async function holdings({ kind, source, commit, digest, entries, contracts, read }: Side) {
  const views = await read([...entries.keys()].sort());
  return {
    origin: { kind, source, commit, digest },
    entries: Array.from(entries, ([label, { name, file, contentId: id }]) => ({ label, name, file, id })).sort(
      (one, other) => (one.label < other.label ? -1 : 1),
    ),
    views: Array.from(views, ([label, view]) => [label, view.file, readLocated(view)]),
    contracts:
      contracts && Array.from(contracts.entries, ([label, { file, contentId: id }]) => [label, file, id]).sort(),
  };
}

test("two directories together are what each is by itself", async () => {
  const many = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => aView(`many${from + index}_v1`, ["a bigint"]));
  const some = [tasks, odd, wide, aView("evergreen_gone_v1", ["a bigint"]), ...many(0, 40)];
  const news = [aView("a_new_v1", ["a bigint"]), aView("z_new_v1", ["a bigint"], { catalog: "hive" })];
  const others = [{ ...tasks, comment: "changed" }, odd, { ...wide, comment: "changed" }, ...news, ...many(20, 60)];
  const cwd = temporaryDirectory({ ...snapshotFiles(some, "one"), ...snapshotFiles(others, "more/other") });
  const promised = { "both/schemas/hive/s/a.yaml": "a", "both/schemas/hive/s/b.yaml": "b" };
  writeFiles(cwd, {
    ...snapshotFiles(some, "both/snapshots"),
    ...promised,
    "promises/schemas/hive/s/a.yaml": "changed",
  });
  for (const [before, after] of [
    ["one", "more/other"],
    ["more/other/", "./one"],
    ["both", "one"],
    ["one", "both"],
    ["both", "promises"],
    ["promises", "both"],
    ["one", "one"],
    ["one", "more/../one"],
  ] as const) {
    const sides = directorySides(before, after, cwd);
    expect(await holdings(sides.before)).toEqual(await holdings(directorySide(before, cwd)));
    expect(await holdings(sides.after)).toEqual(await holdings(directorySide(after, cwd)));
  }
});

test("what differed is judged as it was compared; what did not is read again and must be what it was", async () => {
  const changed = { ...tasks, comment: "changed" };
  const cwd = temporaryDirectory({ ...snapshotFiles([tasks, odd], "one"), ...snapshotFiles([changed, odd], "other") });
  const { before, after } = directorySides("one", "other", cwd);
  writeFiles(cwd, { ...snapshotFiles([odd], "one"), ...snapshotFiles([wide], "other") });
  writeFiles(cwd, { [`one/${snapshotPath(tasks)}`]: "gone", [`other/${snapshotPath(tasks)}`]: "gone" });
  const read = async (side: Side, view: typeof tasks) =>
    [...(await side.read([viewLabel(view)])).values()].map(readLocated);
  expect([await read(before, tasks), await read(after, tasks), await read(after, odd)]).toEqual([
    [tasks],
    [changed],
    [odd],
  ]);
  writeFiles(cwd, snapshotFiles([{ ...odd, comment: "changed" }], "other"));
  expect(await refusal(() => read(after, odd))).toEqual(
    usage(`other/${snapshotPath(odd)} changed while it was compared; try again.`),
  );
  expect(await read(before, odd)).toEqual([odd]);
});

test("an empty file is read like any other, and a stray one is refused on whichever side it stands", async () => {
  const cwd = temporaryDirectory({
    ...snapshotFiles([tasks], "one"),
    ...snapshotFiles([tasks], "two"),
    "two/c/s/v.json": "",
  });
  const { after } = directorySides("one", "two", cwd);
  expect(after.entries.get("c.s.v")?.contentId).toBe(contentId(Buffer.from("")));
  writeFiles(cwd, { "two/notes.md": "" });
  for (const [before, other] of [
    ["one", "two"],
    ["two", "one"],
  ] as const) {
    expect((await refusal(() => directorySides(before, other, cwd))).message).toMatch(/^two\/notes\.md is no snapshot/);
  }
});
