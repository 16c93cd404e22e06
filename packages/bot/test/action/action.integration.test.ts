import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { Octokit } from "@octokit/rest";
import { printWaiver } from "@schema-gate/contract";
import { findingId } from "@schema-gate/diff";
import type { Delivery } from "@schema-gate/testing/github";
import { privateKey, Scene, snapshot } from "../scene.js";
import { type Built, buildPrograms } from "./build.js";
import { actionFile, runStep, type StepContext, type StepRun } from "./step.js";

let built: Built;
beforeAll(async () => {
  built = await buildPrograms();
});
afterAll(() => built.remove());

let scene: Scene;
beforeEach(async () => {
  scene = await Scene.start();
});
afterEach(() => scene.end());

const broken = snapshot("tasks_v1", "task_id varchar");
const view = { catalog: "a", schema: "dev_prod_live", name: "tasks_v1" };
const finding = findingId("column-removed", view, "status", "varchar", null);
const waiver = {
  [`waivers/${finding}.yaml`]: printWaiver({
    formatVersion: 1,
    finding,
    rule: "column-removed",
    view: "a.dev_prod_live.tasks_v1",
    path: "status",
    before: "varchar",
    after: null,
    owner: "dana",
    reason: "Nobody reads it.",
    ends: "2027-05-31",
  }),
};

/** Runs the action on what GitHub tells; as the trusted workflow, where a pull request tells. */
function step({ event, payload }: Pick<Delivery, "event" | "payload">, more: Partial<StepContext> = {}) {
  const trusted = event === "pull_request" ? "pull_request_target" : event;
  const { url: apiUrl } = scene.github;
  const context = { action: built.action, apiUrl, repository: "acme/views", event: trusted, payload, token: "job" };
  return runStep({ ...context, ...more });
}

/** Runs it on the end of the run that a review set off. */
async function afterReview(head: string, by: string): Promise<StepRun> {
  return step(
    await scene.acme.endRun({
      name: "Schema Gate reviews",
      path: ".github/workflows/schema-gate-reviews.yml",
      event: "pull_request_review",
      headSha: head,
      headBranch: "change",
      by,
    }),
  );
}

/** Commits to the branch of a pull request and pushes; gives the commit and what GitHub tells of the pull request. */
async function push(files: Record<string, string>) {
  const author = { name: "eve", email: "eve@users.noreply.github.com" };
  const commit = scene.bare.commit({ branch: "next", from: "change", files, author });
  const told = await scene.acme.push({ branch: "change", commit, by: "eve" });
  const delivery = told.find(({ event }) => event === "pull_request");
  if (delivery === undefined) throw new Error("GitHub told nothing of the pull request");
  return { commit, delivery };
}

/** What `schema-diff check` prints of a commit in a clone. */
async function checkInClone(head: string, asOf: string, ...more: readonly string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "clone-"));
  try {
    execFileSync("git", ["clone", "--quiet", scene.bare.directory, folder]);
    const words = [built.cli, "check", "--base", "origin/main", "--head", head, "--as-of", asOf, ...more];
    return execFileSync(process.execPath, [...words, "--format", "json"], { cwd: folder, encoding: "utf8" });
  } catch (error) {
    return (error as { readonly stdout: string }).stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const check = (ended: string, title: string, annotations: number, by = "github-actions") => ({
  check: `${by}: schema-gate`,
  ended,
  title,
  annotations,
});
const block = check("failure", "Block: 1 blocking finding", 1);
const pass = check("success", "Pass: 0 blocking findings", 0);
const said = "github-actions[bot]: ## Schema Gate: block, 1 blocking finding";

/** Opens a pull request off `main`; gives what GitHub tells of it. */
async function open(branch: string, files: Record<string, string>, base = "main") {
  const author = { name: "eve", email: "eve@users.noreply.github.com" };
  const head = scene.bare.commit({ branch, from: "main", files, author });
  const { number, delivery } = await scene.acme.openPullRequest({ head: branch, author: "eve", base });
  return { number, head, delivery };
}

const nothing = () => undefined;
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** What comes of merging, by somebody whom the protection of the branch binds. */
async function merge(number: number): Promise<string> {
  scene.github.addToken("ada's", { user: "ada" });
  const octokit = new Octokit({
    baseUrl: scene.github.url,
    auth: "ada's",
    log: silent,
  });
  const place = { owner: "acme", repo: "views", pull_number: number };
  return octokit.pulls.merge(place).then(
    ({ data }) => data.message,
    (error: Error) => error.message.split(" - ")[0] ?? "",
  );
}

test("a pull request from opening to merge", async () => {
  const checks = [{ context: "schema-gate", appId: 15_368 }];
  scene.acme.protect("main", { checks, strict: true, enforceAdmins: true });
  const { number, head, delivery } = await open("change", broken);
  expect(await merge(number)).toBe('Required status check "schema-gate" is expected.');
  const opened = await step(delivery);
  const line = `Pull request ${number} at ${head}: Block: 1 blocking finding. Concluded by a check.\n`;
  expect([opened.code, opened.log]).toEqual([0, line]);
  expect(await scene.checks(head)).toEqual([block]);
  expect(await scene.comments(number)).toEqual([said]);
  expect(await merge(number)).toBe('Required status check "schema-gate" is expected.');

  const { commit, delivery: pushed } = await push(waiver);
  await step(pushed);
  expect(await scene.checks(commit)).toEqual([check("failure", "Block: 2 blocking findings", 2)]);

  for (const by of ["ada", "linus"]) await scene.acme.submitReview({ number, by, state: "APPROVED" });
  const approved = await afterReview(commit, "linus");
  // What is annotated otherwise is another check of the name; GitHub goes by the newest.
  expect((await scene.checks(commit))[0]).toEqual(check("neutral", "Warn: 0 blocking findings", 2));
  expect(await scene.comments(number)).toEqual(["github-actions[bot]: ## Schema Gate: warn, 0 blocking findings"]);

  const report = approved.reports[`pull-request-${number}.json`] ?? "";
  const { asOf } = JSON.parse(report).compared;
  expect(report).toBe(await checkInClone(commit, asOf, "--approved-by", "ada", "linus"));

  expect(await merge(number)).toBe("Pull Request successfully merged");
  expect(await scene.comments(number)).toHaveLength(1);
  expect(scene.github.requests.filter(({ operation }) => operation === "checks/create").length).toBe(3);
});

test("outputs and report are told to later steps, and action.yml names all of them", async () => {
  const { number, delivery } = await open("change", broken);
  const { outputs, reports, summary } = await step(delivery);
  const name = `pull-request-${number}.json`;
  expect(Object.keys(reports)).toEqual([name]);
  expect({ ...outputs, report: outputs.report?.replace(/^.*\//, "") }).toEqual({
    verdict: "block",
    judged: "1",
    blocking: "1",
    breaking: "1",
    risky: "0",
    additive: "0",
    neutral: "0",
    policy: "0",
    gate: "0",
    waived: "0",
    report: name,
  });
  expect(Object.keys(outputs)).toEqual(Object.keys(actionFile.outputs));
  expect(summary.split("\n").slice(0, 3)).toEqual([
    `# Pull request ${number} at \`${JSON.parse(reports[name] ?? "").compared.after.commit}\``,
    "",
    "## Schema Gate: block, 1 blocking finding",
  ]);
});

test("on pull_request it prints: with a token that may only read, of a fork, failing by the verdict", async () => {
  const commit = scene.bare.commit({ branch: "elsewhere", from: "main", files: broken });
  const fork = { fullName: "eve/views", commit };
  const { number, delivery } = await scene.acme.openPullRequest({ head: "change", author: "eve", fork });
  const printed = await step(delivery, { event: "pull_request", token: "reading-only" });
  expect([printed.code, printed.outputs.verdict]).toEqual([1, "block"]);
  expect(printed.log.split("\n").slice(0, 2)).toEqual([
    `Pull request ${number} at ${commit}: Block: 1 blocking finding.`,
    expect.stringMatching(/^::error file=snapshots\/a\/dev_prod_live\/tasks_v1\.json,line=10,endLine=10,title=/),
  ]);
  expect(printed.summary).toMatch(/^# Pull request \d+ at `[0-9a-f]{40}`\n\n## Schema Gate: block/);
  expect([await scene.checks(commit), await scene.comments(number), await scene.statuses(commit)]).toEqual([
    [],
    [],
    [],
  ]);
  expect(scene.github.requests.filter(({ method }) => method !== "GET")).toEqual([]);
});

test("a workflow of the pull request's own may not conclude", async () => {
  const { delivery, head } = await open("change", broken);
  const refused = await step(delivery, { event: "pull_request", with: { mode: "conclude" } });
  expect([refused.code, refused.log, refused.outputs]).toEqual([
    2,
    "Schema Gate: On pull_request the workflow is the pull request's own and may not conclude its check; use pull_request_target, or mode: print.\n",
    {},
  ]);
  expect(refused.summary).toMatch(/^## Schema Gate: could not run\n/);
  expect([await scene.checks(head), scene.github.requests.filter(({ method }) => method !== "GET")]).toEqual([[], []]);
});

test("where the token may write no checks, the status says it, and the run has the annotations", async () => {
  const { delivery, number, head } = await open("change", broken);
  const { code, log } = await step(delivery, { token: "statuses-only" });
  expect([code, log.split("\n")[0], /^::error file=/m.test(log)]).toEqual([
    0,
    `Pull request ${number} at ${head}: Block: 1 blocking finding. Concluded by a commit status.`,
    true,
  ]);
  expect(await scene.checks(head)).toEqual([]);
  expect(await scene.statuses(head)).toEqual([
    { context: "schema-gate", state: "failure", description: "Block: 1 blocking finding" },
  ]);
});

test("concluded as an app of one's own, the check is that app's", async () => {
  const { delivery, number, head } = await open("change", broken);
  for (let times = 0; times < 2; times++)
    await step(delivery, { token: "", with: { "app-id": "7", "private-key": privateKey } });
  expect(await scene.checks(head)).toEqual([{ ...block, check: "schema-gate: schema-gate" }]);
  expect(await scene.comments(number)).toEqual([said.replace("github-actions", "schema-gate")]);
});

test("fail-on tightens, comment: false says nothing there, and the check has the name it is given", async () => {
  const risky = snapshot("tasks_v1", "task_id varchar", "build_id varchar", "status varchar");
  const { delivery, number, head } = await open("change", risky);
  await step(delivery, { with: { "fail-on": "risky", comment: "false", check: "views" } });
  expect(await scene.checks(head)).toEqual([{ ...block, check: "github-actions: views" }]);
  expect(await scene.comments(number)).toEqual([]);
});

test("a push to a base judges all that go into it, and a green check is not kept by what the base forbids since", async () => {
  scene.bare.commit({ branch: "other", from: "main", files: {} });
  const one = await open("change", broken);
  const two = await open("docs", { "README.md": "Views." });
  const elsewhere = await open("third", broken, "other");
  const lax = "leads: { members: [ada] }\nactions: { breaking: warn }\n";
  const commit = scene.bare.commit({ branch: "main", files: { "schema-gate.yaml": lax } });
  const [pushed] = await scene.acme.push({ branch: "main", commit, by: "ada" });
  if (pushed === undefined) throw new Error("GitHub told nothing of the push");
  const { code, outputs } = await step(pushed);
  expect([code, outputs.judged, outputs.verdict]).toEqual([0, "2", "warn"]);
  expect(await scene.checks(one.head)).toEqual([check("neutral", "Warn: 0 blocking findings", 1)]);
  expect(await scene.checks(two.head)).toEqual([pass]);
  expect(await scene.checks(elsewhere.head)).toEqual([]);
});

test("what the merge queue makes is concluded", async () => {
  const { number } = await open("change", broken);
  const { headSha, delivery } = await scene.acme.queueForMerge({ number, by: "ada" });
  expect(await step(delivery)).toMatchObject({ code: 0, outputs: { verdict: "block" } });
  expect(await scene.checks(headSha)).toEqual([block]);
});

test("a dismissed approval is judged again, and so is everything every day", async () => {
  const { number, head, delivery } = await open("change", { ...broken, ...waiver });
  await scene.acme.submitReview({ number, by: "linus", state: "APPROVED" });
  const { id } = await scene.acme.submitReview({ number, by: "ada", state: "APPROVED" });
  await step(delivery);
  expect((await scene.checks(head))[0]).toMatchObject({ ended: "neutral" });
  await scene.acme.dismissReview({ number, id, by: "grace" });
  await afterReview(head, "grace");
  expect((await scene.checks(head))[0]).toMatchObject({ ended: "failure", title: "Block: 2 blocking findings" });
  await scene.acme.submitReview({ number, by: "ada", state: "APPROVED" });
  await step({ event: "schedule", payload: { schedule: "17 5 * * *" } });
  expect((await scene.checks(head))[0]).toMatchObject({ ended: "neutral" });
});

test("what the pull request's own run left behind is not looked at", async () => {
  const { head, delivery } = await open("change", broken);
  const own = { headSha: head, headBranch: "change", runId: 4711 };
  const passed = JSON.stringify({ formatVersion: 1, verdict: "pass", findings: [] });
  for (const name of ["schema-gate", "schema-gate-report", "report.json", "verdict"]) {
    scene.acme.addArtifact({ ...own, name, zip: Buffer.from(passed) });
  }
  await step(delivery);
  const { log } = await afterReview(head, "eve");
  expect(await scene.checks(head)).toEqual([block]);
  expect(scene.github.requests.filter(({ path }) => /artifacts|actions/.test(path))).toEqual([]);
  expect(log).not.toMatch(/artifact/);
});

test("what could not be checked is concluded so; what could not be concluded fails the job", async () => {
  const { delivery, head } = await open("change", { ...broken, "waivers/bad.yaml": "[" });
  const unchecked = await step(delivery);
  expect([unchecked.code, unchecked.outputs.verdict, unchecked.outputs.blocking]).toEqual([0, "could-not-check", ""]);
  expect(await scene.checks(head)).toEqual([check("failure", "Could not check", 0)]);
  scene.break(({ method }) => (method === "GET" ? null : { kind: "status", status: 500 }));
  const unsaid = await step(delivery);
  expect([unsaid.code, /^## Schema Gate: could not run$/m.test(unsaid.summary)]).toEqual([3, true]);
});

test("names with line breaks and commands neither steer the runner nor become outputs", async () => {
  const name = "x\nverdict=pass\n::set-output::pass\n##[set-output]pass<img/src=x>@ada";
  const { delivery } = await open(
    "change",
    snapshot("tasks_v1", "task_id varchar", "status varchar", `${name} varchar`),
  );
  const { outputs, log, summary } = await step(delivery, { event: "pull_request" });
  expect(Object.keys(outputs)).toEqual(Object.keys(actionFile.outputs));
  expect(outputs).toMatchObject({ judged: "1", additive: "1" });
  // It is shown, and inert.
  expect(log).toMatch(/verdict=pass.*set-output\]pass<img/);
  expect(log.split("\n").filter((line) => /^\s*::(?!notice |warning |error )|##\[/.test(line))).toEqual([]);
  expect(summary).toMatch(/`[^`\n]*verdict=pass[^`\n]*@ada[^`\n]*`/);
  expect(summary).not.toMatch(/(?<!`[^`\n]*)(<img|@ada)/);
});
