import { afterAll, expect, test } from "@jest/globals";
import { printWaiver } from "@schema-gate/contract";
import { aView, snapshotFiles } from "../testing/snapshots.js";
import { removeTemporaryDirectories, temporaryDirectory } from "../testing/temporary-directory.js";
import { TemporaryRepository } from "../testing/temporary-repository.js";
import { refusal, usage } from "../testing/user-errors.js";
import { type CheckRequest, check } from "./check.js";

afterAll(removeTemporaryDirectories);

const tasks = aView("evergreen_tasks_v1", ["task_id varchar", "pod_id varchar"]);
const broken = aView("evergreen_tasks_v1", ["task_id varchar"]);
const builds = aView("evergreen_builds_v1", ["build_id varchar"]);
const tasksFile = Object.keys(snapshotFiles([tasks]))[0] ?? "";

function request(files: TemporaryRepository, more: Partial<CheckRequest> = {}): CheckRequest {
  return {
    directory: files.directory,
    base: null,
    head: null,
    policyRevision: null,
    folder: "snapshots",
    asOf: "2026-11-22",
    failOn: null,
    ...more,
  };
}

/** A repository whose `main` holds these files, with the branch `change` checked out. */
function repositoryWith(content: Readonly<Record<string, string>>): { files: TemporaryRepository; base: string } {
  const files = new TemporaryRepository();
  files.write(content);
  const base = files.commit("2026-01-01T00:00:00Z");
  files.git("checkout", "--quiet", "-b", "change");
  return { files, base };
}

async function judged(asked: CheckRequest): Promise<unknown[]> {
  const { report } = await check(asked);
  return [report.verdict, ...report.findings.map(({ rule, path, action }) => [rule, path, action])];
}

test("what the branch changed is judged, committed or not; what the base did meanwhile is not", async () => {
  const { files, base } = repositoryWith(snapshotFiles([tasks, builds]));
  files.git("checkout", "--quiet", "main");
  files.remove(Object.keys(snapshotFiles([builds]))[0] ?? "");
  const tip = files.commit("2026-02-01T00:00:00Z");
  files.git("checkout", "--quiet", "change");
  files.write({ ...snapshotFiles([broken]), "notes.md": "" });
  const { report, ...made } = await check(request(files));
  expect(made).toEqual({
    base: { revision: "refs/heads/main", commit: tip, isDefault: true },
    policy: { revision: "refs/heads/main", commit: tip },
    mergeBase: base,
    isInBase: true,
  });
  expect(report.compared).toEqual({
    before: { kind: "git", commit: base, digest: report.compared.before.digest, views: 2 },
    after: { kind: "worktree", commit: null, digest: report.compared.after.digest, views: 2 },
    policy: tip,
    asOf: "2026-11-22",
    planned: false,
    changed: 1,
    unchanged: 1,
  });
  expect(report.findings.map(({ rule, path, location }) => [rule, path, location])).toEqual([
    ["column-removed", "pod_id", { side: "after", file: tasksFile, line: 10, endLine: 10 }],
  ]);
  files.commit("2026-02-02T00:00:00Z");
  expect((await check(request(files))).report).toEqual(report);
});

test("a branch cannot judge itself: configuration and waivers are those of the base", async () => {
  const { files } = repositoryWith(snapshotFiles([tasks]));
  files.write({ ...snapshotFiles([broken]), "schema-gate.yaml": "actions: { breaking: allow }\n" });
  const change = files.commit("2026-02-01T00:00:00Z");
  expect(await judged(request(files))).toEqual([
    "block",
    ["policy-edited", '@policy("schema-gate.yaml")', "block"],
    ["column-removed", "pod_id", "block"],
  ]);
  expect(await judged(request(files, { policyRevision: change }))).toEqual([
    "pass",
    ["column-removed", "pod_id", "allow"],
  ]);
  expect(await judged(request(files, { policyRevision: change, failOn: "breaking" }))).toEqual([
    "block",
    ["column-removed", "pod_id", "block"],
  ]);
});

test("a configuration that a branch breaks is refused: on the base it would stop every check after it", async () => {
  const { files } = repositoryWith({ ...snapshotFiles([tasks]), "schema-gate.yaml": "actions: { breaking: warn }\n" });
  files.write({ ...snapshotFiles([broken]), "schema-gate.yaml": "nonsense" });
  await expect(judged(request(files))).rejects.toThrow(/^schema-gate\.yaml:1:1/);
});

test("a waiver of the base is honoured, one of the branch is not", async () => {
  const { files } = repositoryWith(snapshotFiles([tasks]));
  files.write(snapshotFiles([broken]));
  const [finding] = (await check(request(files))).report.findings;
  const { id = "", rule = "", view, path = "", before = null, after = null } = finding ?? {};
  const words = { owner: "ada@example.com", reason: "Nobody reads it.", ends: "2026-12-31" };
  const waiver = printWaiver({ formatVersion: 1, finding: id, rule, view: view ?? "", path, before, after, ...words });
  const policy = { [`waivers/${id}.yaml`]: waiver, "schema-gate.yaml": "leads: { members: [ada] }\n" };
  files.write(policy);
  files.commit("2026-02-01T00:00:00Z");
  expect(await judged(request(files))).toEqual([
    "block",
    ["policy-edited", '@policy("schema-gate.yaml")', "block"],
    ["policy-edited", `@policy("waivers/${id}.yaml")`, "block"],
    ["column-removed", "pod_id", "block"],
  ]);
  files.git("checkout", "--quiet", "main");
  files.write(policy);
  files.commit("2026-02-02T00:00:00Z");
  files.git("checkout", "--quiet", "change");
  expect(await judged(request(files))).toEqual(["warn", ["column-removed", "pod_id", "warn"]]);
  expect(await judged(request(files, { asOf: "2027-01-01" }))).toEqual([
    "block",
    ["waiver-expired", `@waiver("${id}.yaml")`, "block"],
    ["column-removed", "pod_id", "block"],
  ]);
});

test("a version may go once its successor has stood on the base for the support window", async () => {
  const second = { ...tasks, name: "evergreen_tasks_v2" };
  const { files } = repositoryWith(snapshotFiles([tasks]));
  files.git("checkout", "--quiet", "main");
  files.write(snapshotFiles([second]));
  // The day it was written does not count, only the day it came to the base.
  files.commit("2026-08-22T23:30:00-02:00");
  files.git("checkout", "--quiet", "-B", "change");
  files.remove(tasksFile);
  expect(await judged(request(files, { asOf: "2026-11-23" }))).toEqual(["block", ["view-removed", "", "block"]]);
  expect(await judged(request(files, { asOf: "2026-11-24" }))).toEqual(["pass", ["version-retired", "", "allow"]]);
});

test("a successor whose commit is backdated counts from what came before it", async () => {
  const { files } = repositoryWith(snapshotFiles([tasks]));
  files.git("checkout", "--quiet", "main");
  files.write({ "notes.md": "" });
  files.commit("2026-11-20T00:00:00Z");
  files.write(snapshotFiles([{ ...tasks, name: "evergreen_tasks_v2" }]));
  files.commit("2026-01-02T00:00:00Z");
  files.git("checkout", "--quiet", "-B", "change");
  files.remove(tasksFile);
  expect(await judged(request(files))).toEqual(["block", ["view-removed", "", "block"]]);
});

test("removing a version while its successor is added is removing it too early", async () => {
  const { files } = repositoryWith(snapshotFiles([tasks]));
  files.remove(tasksFile);
  files.write(snapshotFiles([{ ...tasks, name: "evergreen_tasks_v2" }]));
  const { report } = await check(request(files));
  expect(report.findings.map(({ view, rule, action }) => [view?.split(".")[2], rule, action])).toEqual([
    ["evergreen_tasks_v1", "view-removed", "block"],
    ["evergreen_tasks_v2", "view-added", "allow"],
    ["evergreen_tasks_v2", "contract-unwritten", "warn"],
    ["evergreen_tasks_v2", "audit-column-omitted", "warn"],
    ["evergreen_tasks_v2", "audit-column-omitted", "warn"],
    ["evergreen_tasks_v2", "audit-column-omitted", "warn"],
  ]);
});

test("adoption passes, removal of everything blocks, and so does a check of nothing", async () => {
  const { files } = repositoryWith({ "README.md": "" });
  expect(await judged(request(files))).toEqual(["block", ["nothing-compared", "", "block"]]);
  files.write(snapshotFiles([tasks]));
  expect(await judged(request(files))).toEqual(["pass", ["view-added", "", "allow"]]);
  files.git("checkout", "--quiet", "-B", "main");
  files.commit("2026-02-01T00:00:00Z");
  files.remove("snapshots");
  expect(await judged(request(files))).toEqual(["block", ["view-removed", "", "block"]]);
});

test("the base may be any revision, and none that is not there", async () => {
  const { files, base } = repositoryWith(snapshotFiles([tasks]));
  files.write(snapshotFiles([broken]));
  files.commit("2026-02-01T00:00:00Z");
  expect(await judged(request(files, { base: "HEAD" }))).toEqual(["pass"]);
  expect((await check(request(files, { base: "HEAD~1" }))).base).toEqual({
    revision: "HEAD~1",
    commit: base,
    isDefault: false,
  });
  expect(await refusal(() => check(request(files, { base: "--output=pwned" })))).toEqual(
    usage('git knows no commit "--output=pwned". Fetch it, or name a branch, tag or commit that `git log` knows.'),
  );
});

test("a shallow clone without the merge base says how to fetch it", async () => {
  const { files } = repositoryWith(snapshotFiles([tasks]));
  files.write(snapshotFiles([broken]));
  files.commit("2026-02-01T00:00:00Z");
  const clone = new TemporaryRepository(temporaryDirectory());
  clone.git(
    "fetch",
    "--quiet",
    "--depth=1",
    `file://${files.directory}`,
    "change:change",
    "main:refs/remotes/origin/main",
  );
  clone.git("checkout", "--quiet", "--force", "change");
  const { kind, message } = await refusal(() => check(request(clone)));
  expect(kind).toBe("usage");
  expect(message).toMatch(
    /This clone is shallow: fetch the whole history \(with actions\/checkout, fetch-depth: 0\)\.$/,
  );
});

test("a commit is judged like the working tree that holds it, whatever stands there now, and in a bare clone", async () => {
  const { files } = repositoryWith(snapshotFiles([tasks, builds]));
  files.write({ ...snapshotFiles([broken]), "schema-gate.yaml": "actions: { breaking: allow }\n" });
  const head = files.commit("2026-02-01T00:00:00Z");
  const { report: ofTree } = await check(request(files));
  files.git("checkout", "--quiet", "main");
  files.write(snapshotFiles([aView("evergreen_hosts_v1", ["host_id varchar"])]));
  const expected = {
    ...ofTree,
    compared: { ...ofTree.compared, after: { ...ofTree.compared.after, kind: "git", commit: head } },
  };
  expect((await check(request(files, { head }))).report).toEqual(expected);
  const bare = temporaryDirectory();
  files.git("clone", "--quiet", "--bare", files.directory, bare);
  expect((await check({ ...request(files, { base: "main", head }), directory: bare })).report).toEqual(expected);
  expect(ofTree.findings.map(({ rule }) => rule).sort()).toEqual(["column-removed", "policy-edited"]);
});
