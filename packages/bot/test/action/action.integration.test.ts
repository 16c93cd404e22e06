import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { type Scene, snapshot } from "../scene.js";
import { ActionScene, block, broken, check, said, waiver } from "./action-scene.js";
import { type Built, buildPrograms } from "./build.js";
import { actionFile } from "./step.js";

let built: Built;
beforeAll(async () => {
  built = await buildPrograms();
});
afterAll(() => built.remove());

let action: ActionScene;
let scene: Scene;
beforeEach(async () => {
  action = await ActionScene.start(built);
  scene = action.scene;
});
afterEach(() => scene.end());

test("a pull request from opening to merge", async () => {
  const checks = [{ context: "schema-gate", appId: 15_368 }];
  scene.acme.protect("main", { checks, strict: true, enforceAdmins: true });
  const { number, head, delivery } = await action.open("change", broken);
  expect(await action.merge(number)).toBe('Required status check "schema-gate" is expected.');
  const opened = await action.step(delivery);
  const line = `Pull request ${number} at ${head}: Block: 1 blocking finding. Concluded by a check.\n`;
  expect([opened.code, opened.log]).toEqual([0, line]);
  expect(await scene.checks(head)).toEqual([block]);
  expect(await scene.comments(number)).toEqual([said]);
  expect(await action.merge(number)).toBe('Required status check "schema-gate" is expected.');

  const { commit, delivery: pushed } = await action.push(waiver);
  await action.step(pushed);
  expect(await scene.checks(commit)).toEqual([check("failure", "Block: 2 blocking findings", 2)]);

  for (const by of ["ada", "linus"]) await scene.acme.submitReview({ number, by, state: "APPROVED" });
  const approved = await action.afterReview(commit, "linus");
  // What is annotated otherwise is another check of the name; GitHub goes by the newest.
  expect((await scene.checks(commit))[0]).toEqual(check("neutral", "Warn: 0 blocking findings", 2));
  expect(await scene.comments(number)).toEqual(["github-actions[bot]: ## Schema Gate: warn, 0 blocking findings"]);

  const report = approved.reports[`pull-request-${number}.json`] ?? "";
  const { asOf } = JSON.parse(report).compared;
  expect(report).toBe(await action.checkInClone(commit, asOf, "--approved-by", "ada", "linus"));

  expect(await action.merge(number)).toBe("Pull Request successfully merged");
  expect(await scene.comments(number)).toHaveLength(1);
  expect(scene.github.requests.filter(({ operation }) => operation === "checks/create").length).toBe(3);
});

test("outputs and report are told to later steps, and action.yml names all of them", async () => {
  const { number, delivery } = await action.open("change", broken);
  const { outputs, reports, summary } = await action.step(delivery);
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
  const printed = await action.step(delivery, { event: "pull_request", token: "reading-only" });
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
  const { delivery, head } = await action.open("change", broken);
  const refused = await action.step(delivery, { event: "pull_request", with: { mode: "conclude" } });
  expect([refused.code, refused.log, refused.outputs]).toEqual([
    2,
    "Schema Gate: On pull_request the workflow is the pull request's own and may not conclude its check; use pull_request_target, or mode: print.\n",
    {},
  ]);
  expect(refused.summary).toMatch(/^## Schema Gate: could not run\n/);
  expect([await scene.checks(head), scene.github.requests.filter(({ method }) => method !== "GET")]).toEqual([[], []]);
});

test("what the pull request's own run left behind is not looked at", async () => {
  const { head, delivery } = await action.open("change", broken);
  const own = { headSha: head, headBranch: "change", runId: 4711 };
  const passed = JSON.stringify({ formatVersion: 1, verdict: "pass", findings: [] });
  for (const name of ["schema-gate", "schema-gate-report", "report.json", "verdict"]) {
    scene.acme.addArtifact({ ...own, name, zip: Buffer.from(passed) });
  }
  await action.step(delivery);
  const { log } = await action.afterReview(head, "eve");
  expect(await scene.checks(head)).toEqual([block]);
  expect(scene.github.requests.filter(({ path }) => /artifacts|actions/.test(path))).toEqual([]);
  expect(log).not.toMatch(/artifact/);
});

test("names with line breaks and commands neither steer the runner nor become outputs", async () => {
  const name = "x\nverdict=pass\n::set-output::pass\n##[set-output]pass<img/src=x>@ada";
  const { delivery } = await action.open(
    "change",
    snapshot("tasks_v1", "task_id varchar", "status varchar", `${name} varchar`),
  );
  const { outputs, log, summary } = await action.step(delivery, { event: "pull_request" });
  expect(Object.keys(outputs)).toEqual(Object.keys(actionFile.outputs));
  expect(outputs).toMatchObject({ judged: "1", additive: "1" });
  // It is shown, and inert.
  expect(log).toMatch(/verdict=pass.*set-output\]pass<img/);
  expect(log.split("\n").filter((line) => /^\s*::(?!notice |warning |error )|##\[/.test(line))).toEqual([]);
  expect(summary).toMatch(/`[^`\n]*verdict=pass[^`\n]*@ada[^`\n]*`/);
  expect(summary).not.toMatch(/(?<!`[^`\n]*)(<img|@ada)/);
});
