import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "@jest/globals";
import { parseSnapshotText, parseWaiver, printSnapshot } from "@schema-gate/contract";
import { runAnswering, runCli, temporaryFolder } from "./run-cli.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const costs = "snapshots/awsdatacatalog/dev_prod_live/v__evergreen__aws_task_costs__v1.json";
const identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.com"];
const said = ["--owner", "Ada, Evergreen", "--reason", "Nobody read it: true", "--ends", "2027-03-31"];
const leads = "formatVersion: 1\nleads: { members: [ada, grace] }\n";

function git(folder: string, ...words: readonly string[]): void {
  execFileSync("git", [...identity, ...words], { cwd: folder });
}

function commit(folder: string, message: string): void {
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "-m", message);
}

/** A repository with leads, on a branch that drops a column. */
let folder = "";
let id = "";
beforeAll(async () => {
  folder = temporaryFolder();
  git(folder, "init", "--quiet", "--initial-branch=main");
  cpSync(join(root, "snapshots"), join(folder, "snapshots"), { recursive: true });
  writeFileSync(join(folder, "schema-gate.yaml"), leads);
  commit(folder, "Snapshots");
  git(folder, "checkout", "--quiet", "-b", "change");
  const view = parseSnapshotText(readFileSync(join(folder, costs), "utf8"), costs);
  const columns = view.columns.filter(({ name }) => name !== "host_id");
  writeFileSync(join(folder, costs), printSnapshot({ ...view, columns }));
  commit(folder, "Drop host_id");
  id = (await report()).findings[0].id;
});

async function report() {
  return JSON.parse((await runCli(folder, "check", "--base", "main", "--format", "json")).out);
}

const waiverFile = () => join(folder, `waivers/${id}.yaml`);
const written = () => parseWaiver(readFileSync(waiverFile(), "utf8"), `waivers/${id}.yaml`);
const expected = () => ({
  formatVersion: 1,
  finding: id,
  rule: "column-removed",
  view: "awsdatacatalog.dev_prod_live.v__evergreen__aws_task_costs__v1",
  path: "host_id",
  before: "varchar",
  after: null,
  owner: "Ada, Evergreen",
  reason: "Nobody read it: true",
  ends: "2027-03-31",
});

test("what a waiver needs is named where nobody sits at a terminal, and nothing is written", async () => {
  const { code, out, err } = await runCli(folder, "waive", id, "--base", "main", "--owner", "Ada");
  expect([code, out]).toEqual([2, ""]);
  expect(err.split("\n").slice(1)).toEqual([
    "schema-diff: Say --reason, --ends; they are asked for on a terminal only.",
    "",
  ]);
  expect(() => written()).toThrow("ENOENT");
});

test.each([
  ["--ends", "2027-11-23", "must be 2027-11-22 at the latest, a year ahead"],
  ["--ends", "2026-11-21", "must not be before today, 2026-11-22"],
  ["--ends", "soon", "must be a date that exists, like 2026-11-22"],
  ["--reason", " ", "must not be empty"],
])("%s %s is refused", async (option, value, why) => {
  const { code, err } = await runCli(folder, "waive", id, "--base", "main", ...said, option, value);
  expect([code, err.split("\n").at(-2)]).toEqual([2, `schema-diff: ${option}: ${why}.`]);
});

test("a finding that is not there exits 2 and names those that are", async () => {
  expect(await runCli(folder, "waive", "0123456789abcdef", "--base", "main", ...said)).toEqual({
    code: 2,
    out: "",
    err: `schema-diff: There is no finding "0123456789abcdef". Findings there that a waiver could be for: ${id}. One of another comparison is taken from its report, with --report.\n`,
  });
});

test("a report that is none is refused by its name", async () => {
  writeFileSync(join(folder, "none.json"), "{}");
  const { code, err } = await runCli(folder, "waive", id, "--report", "none.json", ...said);
  expect([code, err.startsWith("schema-diff: Cannot read none.json: it is no report of format 1")]).toEqual([2, true]);
});

test("the waiver of a checked finding is one, is never overwritten, and counts once it is merged", async () => {
  const first = await runCli(folder, "waive", id, "--base", "main", ...said);
  expect([first.code, first.out]).toEqual([0, `written    waivers/${id}.yaml\n`]);
  expect(written()).toEqual(expected());
  const again = await runCli(folder, "waive", id, "--base", "main", ...said, "--owner", "Grace");
  expect([again.code, again.err.split("\n").at(-2)]).toEqual([
    2,
    `schema-diff: waivers/${id}.yaml is there already; nothing is overwritten.`,
  ]);
  expect(written()).toEqual(expected());
  expect((await report()).verdict).toBe("block");
  git(folder, "checkout", "--quiet", "main");
  commit(folder, "Waive");
  git(folder, "checkout", "--quiet", "change");
  expect((await report()).findings[0].waiver.owner).toBe("Ada, Evergreen");
  const waived = await runCli(folder, "waive", id, "--base", "main", ...said);
  expect(waived.err).toBe(`schema-diff: ${id} is waived already, by waivers/${id}.yaml.\n`);
});

test("what the base holds broken is waived too, since the change that mends it cannot do more", async () => {
  const broken = temporaryFolder();
  git(broken, "init", "--quiet", "--initial-branch=main");
  cpSync(join(root, "snapshots"), join(broken, "snapshots"), { recursive: true });
  writeFileSync(join(broken, "schema-gate.yaml"), leads);
  const whole = readFileSync(join(broken, costs), "utf8");
  writeFileSync(join(broken, costs), `<<<<<<< HEAD\n${whole}`);
  commit(broken, "Merge");
  git(broken, "checkout", "--quiet", "-b", "change");
  writeFileSync(join(broken, costs), whole);
  const checked = async () => {
    const { verdict, findings } = JSON.parse((await runCli(broken, "check", "--format", "json")).out);
    return [verdict, findings.filter(({ rule }: { rule: string }) => rule === "base-unreadable")];
  };
  const [, [{ id: unreadable }]] = await checked();
  const { code, out } = await runCli(broken, "waive", unreadable, ...said);
  expect([code, out]).toEqual([0, `written    waivers/${unreadable}.yaml\n`]);
  git(broken, "stash", "--quiet", "--", costs);
  git(broken, "checkout", "--quiet", "main");
  commit(broken, "Waive");
  git(broken, "checkout", "--quiet", "-B", "change");
  git(broken, "stash", "pop", "--quiet");
  const [verdict, [{ waiver }]] = await checked();
  expect([verdict, waiver.owner]).toEqual(["warn", "Ada, Evergreen"]);
});

test("from a report, with a person at the terminal who is asked again until the answer is right", async () => {
  const other = temporaryFolder();
  git(other, "init", "--quiet");
  const { out } = await runCli(root, "diff", ...fixture, "--format", "json");
  const { id: waived } = JSON.parse(out).findings[0];
  writeFileSync(join(other, "report.json"), out);
  const answers = ["Ada", "They moved", "tomorrow", "2026-12-31"];
  const answer = () => answers.shift() ?? "";
  const run = await runAnswering(other, answer, "waive", waived, "--report", "report.json");
  expect([run.code, answers]).toEqual([0, []]);
  expect(run.err.split("\n").slice(1)).toEqual([
    "  must be a date that exists, like 2026-11-22.",
    "It will not count: schema-gate.yaml names no leads who could approve it. Name them under leads: { members: [...] }.",
    "",
  ]);
  const file = `waivers/${waived}.yaml`;
  const { owner, reason, ends } = parseWaiver(readFileSync(join(other, file), "utf8"), file);
  expect([owner, reason, ends]).toEqual(["Ada", "They moved", "2026-12-31"]);
});

const fixture = ["before", "after"].map((side) => join(root, `packages/diff/fixtures/column-removed/${side}.json`));
