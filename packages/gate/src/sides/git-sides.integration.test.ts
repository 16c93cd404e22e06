import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { readLocated, snapshotPath, viewLabel } from "@schema-gate/contract";
import { openRepository } from "../git/repository.js";
import { aView, snapshotFiles } from "../testing/snapshots.js";
import { removeTemporaryDirectories } from "../testing/temporary-directory.js";
import { TemporaryRepository } from "../testing/temporary-repository.js";
import { refusal, usage } from "../testing/user-errors.js";
import { gitSide } from "./git-side.js";
import { gitSides } from "./git-sides.js";
import type { Side } from "./side.js";

afterAll(removeTemporaryDirectories);

const tasks = aView("evergreen_tasks_v1", ["task_id varchar"]);
const builds = aView("evergreen_builds_v1", ["build_id varchar"]);
const hosts = aView("evergreen_hosts_v1", ["host_id varchar"], { catalog: "hive" });
const odd = aView('täsks "v1"\n', ["a bigint"]);

const promiseOf = (name: string) => `schemas/awsdatacatalog/dev_prod_live/evergreen_${name}.yaml`;

async function holdings(side: Side) {
  const { kind, source, commit, digest, entries, contracts } = side;
  const read = await side.read([...entries.keys()].sort());
  return {
    origin: { kind, source, commit, digest },
    entries: Array.from(entries, ([label, { name, file, contentId }]) => ({ label, name, file, contentId })).sort(
      (one, other) => (one.label < other.label ? -1 : 1),
    ),
    views: Array.from(read, ([label, view]) => [label, readLocated(view)]),
    contracts:
      contracts && Array.from(contracts.entries, ([label, { file, contentId }]) => [label, file, contentId]).sort(),
  };
}

/** Both ways between two commits give the very sides that each gives by itself. */
async function expectSameSides(files: TemporaryRepository, one: string, other: string, folder = "snapshots") {
  const repository = await openRepository(files.directory);
  const apart = { [one]: await gitSide(repository, one, folder), [other]: await gitSide(repository, other, folder) };
  for (const [before, after] of [
    [one, other],
    [other, one],
    [one, one],
  ] as const) {
    const sides = await gitSides(repository, before, after, folder);
    expect(await holdings(sides.before)).toEqual(await holdings(apart[before] as Side));
    expect(await holdings(sides.after)).toEqual(await holdings(apart[after] as Side));
  }
}

test("two commits together are what each is by itself, whatever came, went, changed or moved between them", async () => {
  const files = new TemporaryRepository();
  files.write({ ...snapshotFiles([tasks, builds, odd]), "snapshots/a.history.jsonl": "{}", other: "" });
  files.write({ [promiseOf("tasks_v1")]: "a", [promiseOf("builds_v1")]: "b", [promiseOf("hosts_v1")]: "c" });
  const one = files.commit();
  files.write({
    ...snapshotFiles([{ ...tasks, comment: "changed" }, hosts, { ...odd, comment: "also" }]),
    "snapshots/a.history.jsonl": "{}{}",
    "snapshots/.hidden": "",
    other: "changed",
  });
  files.write({ [promiseOf("tasks_v1")]: "changed", [promiseOf("pods_v1")]: "new" });
  files.remove(`snapshots/${snapshotPath(builds)}`, promiseOf("builds_v1"));
  const other = files.commit();
  await expectSameSides(files, one, other);
  files.git("mv", "snapshots/awsdatacatalog", "snapshots/moved");
  files.git("mv", "snapshots/moved", "snapshots/hive/dev_prod_live/../../glue");
  files.write(snapshotFiles([{ ...tasks, catalog: "glue", comment: "changed" }]));
  files.write(snapshotFiles([{ ...odd, catalog: "glue", comment: "also" }]));
  const third = files.commit();
  await expectSameSides(files, other, third);
  await expectSameSides(files, one, third);
});

test("a file of another mode is the same, and one blob may be several views", async () => {
  const files = new TemporaryRepository();
  files.write(snapshotFiles([tasks]));
  const one = files.commit();
  files.git("update-index", "--chmod=+x", `snapshots/${snapshotPath(tasks)}`);
  files.git("commit", "--quiet", "--message=mode");
  const other = files.git("rev-parse", "HEAD").trim();
  await expectSameSides(files, one, other);
  const { before, after } = await gitSides(await openRepository(files.directory), one, other, "snapshots");
  expect(after.digest).toBe(before.digest);
});

test("the folder may be missing on either side, be the root, or be written in another way", async () => {
  const files = new TemporaryRepository();
  files.write({ other: "" });
  const none = files.commit();
  files.write(snapshotFiles([tasks, odd], "some/where"));
  const some = files.commit();
  await expectSameSides(files, none, some, "some/where");
  await expectSameSides(files, none, some, "./some//where/");
  const rooted = new TemporaryRepository();
  rooted.write(snapshotFiles([tasks], ""));
  const one = rooted.commit();
  rooted.write(snapshotFiles([{ ...tasks, comment: "changed" }, hosts], ""));
  await expectSameSides(rooted, one, rooted.commit(), ".");
});

test("what is no snapshot is refused on whichever side it stands", async () => {
  const files = new TemporaryRepository();
  files.write(snapshotFiles([tasks]));
  const clean = files.commit();
  files.write({ "snapshots/c/s/v.yaml": "" });
  const stray = files.commit();
  files.remove("snapshots/c");
  symlinkSync("elsewhere", join(files.directory, "snapshots/awsdatacatalog/dev_prod_live/b_v1.json"));
  const linked = files.commit();
  files.remove("snapshots");
  files.write({ snapshots: "" });
  const file = files.commit();
  const refused = async (before: string, after: string) => {
    const repository = await openRepository(files.directory);
    return refusal(() => gitSides(repository, before, after, "snapshots"));
  };
  for (const order of [[clean, stray] as const, [stray, clean] as const]) {
    expect((await refused(...order)).message).toMatch(/^snapshots\/c\/s\/v\.yaml is no snapshot/);
  }
  for (const order of [[clean, linked] as const, [linked, clean] as const]) {
    expect(await refused(...order)).toEqual(
      usage("snapshots/awsdatacatalog/dev_prod_live/b_v1.json is a symbolic link; only plain files are read."),
    );
  }
  for (const order of [[clean, file] as const, [file, clean] as const]) {
    expect((await refused(...order)).message).toMatch(/^snapshots is no snapshot/);
  }
});

test("more changes than are read ahead are read when they are asked for", async () => {
  const files = new TemporaryRepository();
  const views = Array.from({ length: 260 }, (_, index) => aView(`evergreen_tasks${index}_v1`, ["a bigint"]));
  files.write(snapshotFiles(views));
  const one = files.commit();
  files.write(snapshotFiles(views.map((view) => ({ ...view, comment: view.name }))));
  const { after } = await gitSides(await openRepository(files.directory), one, files.commit(), "snapshots");
  const read = await after.read(views.map(viewLabel));
  expect(Array.from(read.values(), (view) => readLocated(view).comment)).toEqual(views.map((view) => view.name));
});
