import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, test } from "@jest/globals";
import { parseSnapshotText, printSnapshot } from "@schema-gate/contract";
import { runCli, temporaryFolder } from "./run-cli.js";

const committed = fileURLToPath(new URL("../../../snapshots", import.meta.url));
const costs = "snapshots/awsdatacatalog/dev_prod_live/v__evergreen__aws_task_costs__v1.json";
const identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.com"];

function git(folder: string, ...words: readonly string[]): string {
  return execFileSync("git", [...identity, ...words], { cwd: folder, encoding: "utf8" });
}

/** A repository whose main holds this repository's own snapshots, and a branch to change them on. */
function repository(): string {
  const folder = temporaryFolder();
  git(folder, "init", "--quiet", "--initial-branch=main");
  cpSync(committed, join(folder, "snapshots"), { recursive: true });
  commit(folder, "Snapshots");
  git(folder, "checkout", "--quiet", "-b", "change");
  return folder;
}

function commit(folder: string, message: string): void {
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "-m", message);
}

function dropColumn(folder: string, name: string): void {
  const file = join(folder, costs);
  const view = parseSnapshotText(readFileSync(file, "utf8"), file);
  writeFileSync(file, printSnapshot({ ...view, columns: view.columns.filter((column) => column.name !== name) }));
}

async function check(folder: string, ...words: readonly string[]) {
  const { code, out, err } = await runCli(folder, "check", "--base", "main", "--format", "json", ...words);
  return { code, err, report: out === "" ? null : JSON.parse(out) };
}

test("a branch that changes nothing passes, and says what it compared", async () => {
  const folder = repository();
  const { code, report } = await check(folder);
  expect([code, report.verdict, report.compared.changed, report.compared.unchanged]).toEqual([0, "pass", 0, 4]);
  expect(report.compared.before.commit).toBe(git(folder, "rev-parse", "main").trim());
  expect(report.compared.after.kind).toBe("worktree");
});

test("where the base holds the change already, that is said: whoever names the wrong base must notice", async () => {
  const folder = repository();
  expect((await check(folder)).err).toBe("main holds HEAD already: there was no change to judge.\n");
  dropColumn(folder, "host_id");
  expect((await check(folder)).err).toBe("");
  commit(folder, "Drop host_id");
  expect((await check(folder)).err).toBe("");
  const { code, err } = await check(folder, "--base", "change", "--head", "change");
  expect([code, err]).toEqual([0, "change holds change already: there was no change to judge.\n"]);
});

test("a dropped column blocks before and after it is committed, at the place where it was", async () => {
  const folder = repository();
  dropColumn(folder, "host_id");
  for (const state of ["edited", "committed"]) {
    if (state === "committed") commit(folder, "Drop host_id");
    const { code, report } = await check(folder);
    expect([
      code,
      report.findings.map((finding: { rule: string; path: string }) => [finding.rule, finding.path]),
    ]).toEqual([1, [["column-removed", "host_id"]]]);
    // The neighbour above is `tags`, the eleventh column; the first stands in line 10.
    expect(report.findings[0].location).toEqual({ side: "after", file: costs, line: 20, endLine: 20 });
  }
});

test("a branch cannot talk itself out of it by editing the configuration", async () => {
  const folder = repository();
  dropColumn(folder, "host_id");
  writeFileSync(
    join(folder, "schema-gate.yaml"),
    "formatVersion: 1\nactions: { breaking: allow }\npublicSchemas: [nothing]\n",
  );
  commit(folder, "Drop host_id and allow it");
  expect((await check(folder)).code).toBe(1);
});

test.each([
  ["schema-gate.yaml", "formatVersion: 1\nsupportWindw: P1M\n"],
  ["waivers/0123456789abcdef.yaml", "reason: because\n"],
])("a branch that would break the gate for everybody after it (%s) exits 2", async (file, text) => {
  const folder = repository();
  mkdirSync(join(folder, file, ".."), { recursive: true });
  writeFileSync(join(folder, file), text);
  commit(folder, "Break the gate");
  const { code, err, report } = await check(folder);
  expect([code, report]).toEqual([2, null]);
  expect(err).toContain(file);
});

test("removing all snapshots blocks, and so does a repository that never had any", async () => {
  const folder = repository();
  rmSync(join(folder, "snapshots"), { recursive: true });
  const removed = await check(folder);
  expect([removed.code, removed.report.findings.map((finding: { rule: string }) => finding.rule)]).toEqual([
    1,
    // Their histories stand beside them.
    Array(4).fill(["view-removed", "history-rewritten"]).flat(),
  ]);
  const empty = temporaryFolder();
  git(empty, "init", "--quiet", "--initial-branch=main");
  writeFileSync(join(empty, "README.md"), "Nothing here.\n");
  commit(empty, "First");
  const nothing = await check(empty);
  expect([nothing.code, nothing.report.findings.map((finding: { rule: string }) => finding.rule)]).toEqual([
    1,
    ["nothing-compared"],
  ]);
});

test("the first snapshots of a repository are adopted", async () => {
  const folder = temporaryFolder();
  git(folder, "init", "--quiet", "--initial-branch=main");
  writeFileSync(join(folder, "README.md"), "Nothing here yet.\n");
  commit(folder, "First");
  cpSync(committed, join(folder, "snapshots"), { recursive: true });
  const { code, report } = await check(folder);
  expect([code, report.verdict, report.counts.additive]).toEqual([0, "pass", 4]);
});

test("v1 removed as v2 arrives is removed too early", async () => {
  const folder = repository();
  const view = parseSnapshotText(readFileSync(join(folder, costs), "utf8"), costs);
  rmSync(join(folder, costs));
  writeFileSync(
    join(folder, costs.replace("v1.json", "v2.json")),
    printSnapshot({ ...view, name: view.name.replace("v1", "v2") }),
  );
  const { code, report } = await check(folder);
  expect([code, report.findings.map((finding: { rule: string }) => finding.rule)]).toEqual([
    1,
    [
      "view-removed",
      "view-added",
      // The new view falls short of the policy as the one before did, and there is still time to mend it.
      "contract-unwritten",
      "landing-schema-read",
      "audit-column-omitted",
      "audit-column-omitted",
      "audit-column-omitted",
    ],
  ]);
});

test("a shallow clone without the merge base exits 2 and names fetch-depth: 0", async () => {
  const folder = repository();
  dropColumn(folder, "host_id");
  commit(folder, "Drop host_id");
  git(folder, "checkout", "--quiet", "main");
  mkdirSync(join(folder, "docs"));
  writeFileSync(join(folder, "docs/a.md"), "Main moved on.\n");
  commit(folder, "Main moves on");
  const clone = temporaryFolder();
  git(
    clone,
    "clone",
    "--quiet",
    "--depth=1",
    "--no-single-branch",
    "--branch=change",
    pathToFileURL(folder).href,
    "clone",
  );
  const { code, err, report } = await check(join(clone, "clone"), "--base", "origin/main");
  expect([code, report]).toEqual([2, null]);
  expect(err).toContain("fetch-depth: 0");
});

test("a waiver that comes with the change counts once a plurality of leads approved that commit", async () => {
  const folder = repository();
  git(folder, "checkout", "--quiet", "main");
  writeFileSync(join(folder, "schema-gate.yaml"), "leads: { members: [grace, linus, margaret] }\n");
  commit(folder, "Leads");
  git(folder, "checkout", "--quiet", "-B", "change");
  dropColumn(folder, "host_id");
  const finding = (await check(folder)).report.findings[0].id;
  const waive = ["waive", finding, "--owner", "ada", "--reason", "Nobody reads it.", "--ends", "2026-12-31"];
  expect((await runCli(folder, ...waive, "--base", "main")).code).toBe(0);
  commit(folder, "Drop host_id");
  git(folder, "checkout", "--quiet", "main");
  const judged = async (...approvedBy: readonly string[]) => {
    const { code, report } = await check(folder, "--head", "change", ...approvedBy);
    const findings = report.findings.map(({ rule, action }: Record<string, string>) => `${rule} ${action}`);
    return [code, report.compared.after.commit === git(folder, "rev-parse", "change").trim(), ...findings.sort()];
  };
  const blocked = [1, true, "column-removed block", "policy-edited block"];
  expect(await judged()).toEqual(blocked);
  expect(await judged("--approved-by", "grace", "bob")).toEqual(blocked);
  expect(await judged("--approved-by", "grace", "linus")).toEqual([
    0,
    true,
    "column-removed warn",
    "policy-edited warn",
  ]);
});
