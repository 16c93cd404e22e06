import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { readLocated, viewLabel } from "@schema-gate/contract";
import { openRepository } from "../git/repository.js";
import { aView, snapshotFiles } from "../testing/snapshots.js";
import { removeTemporaryDirectories } from "../testing/temporary-directory.js";
import { TemporaryRepository } from "../testing/temporary-repository.js";
import { refusal, usage } from "../testing/user-errors.js";
import { gitSide } from "./git-side.js";

afterAll(removeTemporaryDirectories);

const tasks = aView("evergreen_tasks_v1", ["task_id varchar"]);
const odd = aView('täsks "v1"\n', ["a bigint"]);

async function sideOf(files: TemporaryRepository, folder = "snapshots") {
  return gitSide(await openRepository(files.directory), files.git("rev-parse", "HEAD").trim(), folder);
}

test("the views of a commit are known by the ids of its blobs and read from it, not from disk", async () => {
  const files = new TemporaryRepository();
  files.write({ ...snapshotFiles([tasks, odd]), "snapshots/a.history.jsonl": "", "snapshots-old/x": "", other: "" });
  const commit = files.commit();
  files.write(snapshotFiles([{ ...tasks, comment: "changed on disk" }]));
  const side = await sideOf(files);
  expect({ kind: side.kind, source: side.source, commit: side.commit }).toEqual({
    kind: "git",
    source: `git:${commit}:snapshots`,
    commit,
  });
  const blob = (path: string) => files.git("rev-parse", `HEAD:${path}`).trim();
  const paths = Object.keys(snapshotFiles([tasks, odd]));
  expect(Array.from(side.entries, ([label, { file, contentId }]) => [label, file, contentId])).toEqual([
    [viewLabel(tasks), paths[0], blob(paths[0] ?? "")],
    [viewLabel(odd), paths[1], blob(paths[1] ?? "")],
  ]);
  const read = await side.read([viewLabel(odd), viewLabel(tasks)]);
  expect(Array.from(read, ([label, view]) => [label, readLocated(view)])).toEqual([
    [viewLabel(odd), odd],
    [viewLabel(tasks), tasks],
  ]);
});

test("snapshots may stand in any folder, at the root, or nowhere", async () => {
  const files = new TemporaryRepository();
  files.write(snapshotFiles([tasks], "-n/[a]*"));
  files.write(snapshotFiles([odd], "-n/[a]b"));
  files.commit();
  expect([...(await sideOf(files, "./-n//[a]*/")).entries.keys()]).toEqual([viewLabel(tasks)]);
  expect([...(await sideOf(files, "snapshots")).entries.keys()]).toEqual([]);
  const rooted = new TemporaryRepository();
  rooted.write(snapshotFiles([tasks], ""));
  rooted.commit();
  const side = await sideOf(rooted, ".");
  expect(Array.from(side.entries, ([label, { file }]) => [label, file])).toEqual([
    [viewLabel(tasks), "awsdatacatalog/dev_prod_live/evergreen_tasks_v1.json"],
  ]);
});

test.each(["/etc", "..", "../other", "a/../../b", "a\nb"])("the folder %j is refused", async (folder) => {
  const files = new TemporaryRepository();
  files.commit();
  expect((await refusal(() => sideOf(files, folder))).message).toMatch(/ must be a folder inside the repository/);
});

test("links and submodules are refused, wherever they lead", async () => {
  const linked = new TemporaryRepository();
  linked.write({ secret: "{}", ...snapshotFiles([tasks]) });
  symlinkSync("../../../secret", join(linked.directory, "snapshots/awsdatacatalog/dev_prod_live/b_v1.json"));
  linked.commit();
  expect(await refusal(() => sideOf(linked))).toEqual(
    usage("snapshots/awsdatacatalog/dev_prod_live/b_v1.json is a symbolic link; only plain files are read."),
  );
  const folder = new TemporaryRepository();
  symlinkSync("elsewhere", join(folder.directory, "snapshots"));
  folder.commit();
  expect(await refusal(() => sideOf(folder))).toEqual(
    usage("snapshots is a symbolic link; only plain files are read."),
  );
  const submodule = new TemporaryRepository();
  const commit = submodule.commit();
  mkdirSync(join(submodule.directory, "snapshots"));
  submodule.git("update-index", "--add", "--cacheinfo", `160000,${commit},snapshots/awsdatacatalog`);
  submodule.git("commit", "--quiet", "--message=submodule");
  expect(await refusal(() => sideOf(submodule))).toEqual(
    usage("snapshots/awsdatacatalog is a submodule; only plain files are read."),
  );
});

test("a stray file, and a file where the folder is expected, are refused", async () => {
  const stray = new TemporaryRepository();
  stray.write({ "snapshots/c/s/v.yaml": "" });
  stray.commit();
  expect((await refusal(() => sideOf(stray))).message).toMatch(/^snapshots\/c\/s\/v\.yaml is no snapshot/);
  const file = new TemporaryRepository();
  file.write({ snapshots: "" });
  file.commit();
  expect((await refusal(() => sideOf(file))).message).toMatch(/^snapshots is no snapshot/);
});

test("a commit whose tree cannot be read is an error, not an empty side", async () => {
  const files = new TemporaryRepository();
  files.write(snapshotFiles([tasks]));
  files.commit();
  const tree = files.git("rev-parse", "HEAD:snapshots").trim();
  files.remove(`.git/objects/${tree.slice(0, 2)}/${tree.slice(2)}`);
  expect((await refusal(() => sideOf(files))).kind).toBe("unreachable");
});

test("what replaces an object for local eyes does not change what is judged", async () => {
  const files = new TemporaryRepository();
  files.write(snapshotFiles([tasks]));
  files.commit();
  const path = Object.keys(snapshotFiles([tasks]))[0] ?? "";
  files.write({ other: "{}" });
  const other = files.git("hash-object", "-w", "other").trim();
  files.git("replace", files.git("rev-parse", `HEAD:${path}`).trim(), other);
  const read = await (await sideOf(files)).read([viewLabel(tasks)]);
  expect([...read.values()].map(readLocated)).toEqual([tasks]);
});
