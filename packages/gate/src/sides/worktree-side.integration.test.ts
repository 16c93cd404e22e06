import { chmodSync, existsSync, renameSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { printSnapshot, readLocated, snapshotPath } from "@schema-gate/contract";
import { contentId } from "../content-id.js";
import { openRepository } from "../git/repository.js";
import { aView, snapshotFiles } from "../testing/snapshots.js";
import { removeTemporaryDirectories, temporaryDirectory } from "../testing/temporary-directory.js";
import { TemporaryRepository } from "../testing/temporary-repository.js";
import { refusal, usage } from "../testing/user-errors.js";
import { worktreeSide } from "./worktree-side.js";

afterAll(removeTemporaryDirectories);

const tasks = aView("evergreen_tasks_v1", ["task_id varchar"]);
const builds = aView("evergreen_builds_v1", ["build_id varchar"]);
const hosts = aView("evergreen_hosts_v1", ["host_id varchar"]);
const pods = aView("evergreen_pods_v1", ["pod_id varchar"]);
const pathOf = (view: typeof tasks) => `snapshots/${snapshotPath(view)}`;

function repositoryWith(...views: readonly (typeof tasks)[]): TemporaryRepository {
  const files = new TemporaryRepository();
  files.write(snapshotFiles(views));
  files.commit();
  return files;
}

async function sideOf(files: TemporaryRepository) {
  const repository = await openRepository(files.directory);
  return worktreeSide(repository, files.git("rev-parse", "HEAD").trim(), "snapshots");
}

/** What a side holds: the comment of each view, by name, checked against its content id. */
async function holdings(files: TemporaryRepository): Promise<Record<string, string | null>> {
  const side = await sideOf(files);
  const read = await side.read([...side.entries.keys()]);
  return Object.fromEntries(
    Array.from(side.entries, ([label, entry]) => {
      const view = read.get(label);
      const contract = view ? readLocated(view) : tasks;
      expect(entry.contentId).toBe(contentId(Buffer.from(printSnapshot(contract))));
      return [entry.name.name, contract.comment];
    }).sort(),
  );
}

test("changed, removed, new and staged files count as they stand on disk, ignored ones do not", async () => {
  const files = repositoryWith(tasks, builds, hosts);
  files.write({ ".gitignore": "evergreen_pods_v2.json\n" });
  const staged = aView("evergreen_staged_v1", ["a bigint"]);
  const intended = aView("evergreen_intended_v1", ["a bigint"]);
  files.write(snapshotFiles([{ ...staged, comment: "staged" }]));
  files.git("add", pathOf(staged));
  files.write(
    snapshotFiles([
      { ...tasks, comment: "changed" },
      { ...staged, comment: "then changed" },
      { ...pods, comment: "new" },
      { ...aView("evergreen_pods_v2", ["a bigint"]), comment: "ignored" },
      { ...intended, comment: "intended" },
    ]),
  );
  files.git("add", "--intent-to-add", pathOf(intended));
  files.remove(pathOf(builds));
  files.git("rm", "--quiet", "--cached", pathOf(hosts));
  expect(await holdings(files)).toEqual({
    evergreen_hosts_v1: null,
    evergreen_intended_v1: "intended",
    evergreen_pods_v1: "new",
    evergreen_staged_v1: "then changed",
    evergreen_tasks_v1: "changed",
  });
});

test("a file of another mode or date is not changed, and one moved away and back neither", async () => {
  const files = repositoryWith(tasks, builds);
  chmodSync(join(files.directory, pathOf(tasks)), 0o755);
  const place = join(files.directory, pathOf(builds));
  writeFileSync(place, printSnapshot(builds));
  renameSync(place, `${place}x`);
  renameSync(`${place}x`, place);
  expect(await holdings(files)).toEqual({ evergreen_builds_v1: null, evergreen_tasks_v1: null });
});

test("files in conflict count as they stand on disk", async () => {
  const files = repositoryWith(tasks, builds);
  files.git("checkout", "--quiet", "-b", "other");
  files.write(snapshotFiles([{ ...tasks, comment: "theirs" }]));
  files.commit();
  files.git("checkout", "--quiet", "main");
  files.write(snapshotFiles([{ ...tasks, comment: "ours" }]));
  files.commit();
  expect(() => files.git("merge", "other")).toThrow();
  expect((await refusal(() => holdings(files))).message).toMatch(/^Cannot read snapshots\/.*tasks_v1\.json: /);
  files.write(snapshotFiles([{ ...tasks, comment: "settled" }]));
  expect(await holdings(files)).toEqual({ evergreen_builds_v1: null, evergreen_tasks_v1: "settled" });
});

test("no program that the repository's configuration names is run", async () => {
  const files = repositoryWith(tasks);
  const pwned = join(temporaryDirectory(), "pwned");
  const script = join(temporaryDirectory({ "run.sh": `#!/bin/sh\ntouch ${pwned}\n` }), "run.sh");
  chmodSync(script, 0o755);
  for (const key of ["core.fsmonitor", "core.pager", "diff.external", "diff.x.textconv", "core.sshCommand"]) {
    files.git("config", key, script);
  }
  files.write({ ".gitattributes": "*.json diff=x\n", ".git/hooks/post-index-change": `#!/bin/sh\ntouch ${pwned}\n` });
  chmodSync(join(files.directory, ".git/hooks/post-index-change"), 0o755);
  files.write(snapshotFiles([{ ...tasks, comment: "changed" }]));
  expect(await holdings(files)).toEqual({ evergreen_tasks_v1: "changed" });
  expect(existsSync(pwned)).toBe(false);
});

test.each(["clean", "process"])(
  "no %s filter is run, even where git must look into a file to tell whether it changed",
  async (kind) => {
    const files = repositoryWith(tasks, builds);
    const pwned = join(temporaryDirectory(), "pwned");
    const script = join(temporaryDirectory({ "run.sh": `#!/bin/sh\ntouch ${pwned}\ncat\n` }), "run.sh");
    chmodSync(script, 0o755);
    files.write({ ".git/info/attributes": "*.json filter=x\n" });
    files.git("config", `filter.x.${kind}`, script);
    files.git("config", "filter.x.required", "true");
    files.write(snapshotFiles([{ ...builds, comment: "changed" }]));
    // An index older than the files: git cannot tell by dates and looks into them.
    utimesSync(join(files.directory, ".git/index"), 1, 1);
    expect(await holdings(files)).toEqual({ evergreen_builds_v1: "changed", evergreen_tasks_v1: null });
    expect(existsSync(pwned)).toBe(false);
  },
);

test("line ends that git converts are no change, and what a filter would make of a file is not asked", async () => {
  const files = repositoryWith(tasks, builds);
  files.git("config", "core.autocrlf", "true");
  for (const view of [tasks, builds]) {
    files.write({ [pathOf(view)]: printSnapshot(view).replaceAll("\n", "\r\n") });
  }
  const side = await sideOf(files);
  const read = await side.read([...side.entries.keys()]);
  expect(Array.from(read.values(), readLocated)).toEqual([builds, tasks]);
});

test("links in the working tree are refused, be it a file, a folder above it or the root of the snapshots", async () => {
  const outside = temporaryDirectory(snapshotFiles([tasks]));
  for (const place of [pathOf(tasks), "snapshots/awsdatacatalog", "snapshots"]) {
    const files = repositoryWith(tasks);
    files.remove(place);
    symlinkSync(join(outside, place), join(files.directory, place));
    expect(await refusal(() => sideOf(files))).toEqual(
      usage(`Cannot read ${join(files.directory, place)}: it is a symbolic link.`),
    );
  }
});

test("an ignored link above a file hides it rather than being followed", async () => {
  const outside = temporaryDirectory(snapshotFiles([{ ...tasks, comment: "outside" }, builds]));
  const files = repositoryWith(tasks, aView("a_v1", [], { schema: "other" }));
  files.remove("snapshots/awsdatacatalog/dev_prod_live");
  symlinkSync(
    join(outside, "snapshots/awsdatacatalog/dev_prod_live"),
    join(files.directory, "snapshots/awsdatacatalog/dev_prod_live"),
  );
  files.write({ ".git/info/exclude": "dev_prod_live\n" });
  expect(await holdings(files)).toEqual({ a_v1: null });
});

test("the folder is a path, never a pattern", async () => {
  const files = new TemporaryRepository();
  files.write({ ...snapshotFiles([tasks], "view*"), "views/stray": "1" });
  files.commit();
  files.write({
    ...snapshotFiles([{ ...tasks, comment: "changed" }, builds], "view*"),
    "views/stray": "2",
    viewed: "",
  });
  const side = await worktreeSide(await openRepository(files.directory), "HEAD", "view*");
  expect(Array.from(side.entries.values(), ({ file }) => file)).toEqual([
    `view*/${snapshotPath(builds)}`,
    `view*/${snapshotPath(tasks)}`,
  ]);
});

test("a repository inside the snapshots is refused", async () => {
  const files = repositoryWith(tasks);
  files.git("init", "--quiet", "snapshots/inner");
  expect(await refusal(() => sideOf(files))).toEqual(
    usage("snapshots/inner/ is a repository of its own; move it elsewhere."),
  );
});

test("a bare repository has no such side", async () => {
  const directory = temporaryDirectory();
  new TemporaryRepository().git("init", "--quiet", "--bare", directory);
  expect(await refusal(async () => worktreeSide(await openRepository(directory), "HEAD", "snapshots"))).toEqual(
    usage(`${directory} has no working tree; name a revision instead, as git:<rev>.`),
  );
});
