import { afterEach, expect, test } from "@jest/globals";
import { check } from "@schema-gate/gate";
import { renderJson } from "@schema-gate/report";
import { reviewMergeGroup } from "../src/review-pull-request.js";
import { asOf, publication, Scene, snapshot } from "./scene.js";

let scene: Scene;
afterEach(() => scene.end());

const broken = snapshot("tasks_v1", "task_id varchar");
const bot = "schema-gate[bot]";
const block = {
  check: "schema-gate: schema-gate",
  ended: "failure",
  title: "Block: 1 blocking finding",
  annotations: 1,
};
const pass = {
  check: "schema-gate: schema-gate",
  ended: "success",
  title: "Pass: 0 blocking findings",
  annotations: 0,
};

test("a change of no view is concluded too, and nobody is told about it", async () => {
  scene = await Scene.start();
  const { number, head } = await scene.open("change", { "README.md": "Views." });
  expect(await scene.review(number)).toMatchObject({ concluded: "check" });
  expect(await scene.checks(head)).toEqual([pass]);
  expect(await scene.comments(number)).toEqual([]);
});

test("a break is a failed check with its place and one comment, however often it is judged", async () => {
  scene = await Scene.start();
  const { number, head } = await scene.open("change", broken);
  for (let times = 0; times < 3; times++) await scene.review(number);
  expect(await scene.checks(head)).toEqual([block]);
  expect(await scene.annotations(head)).toEqual([
    "failure column-removed: status snapshots/a/dev_prod_live/tasks_v1.json:10",
  ]);
  expect(await scene.comments(number)).toEqual([`${bot}: ## Schema Gate: block, 1 blocking finding`]);
  expect(await scene.statuses(head)).toEqual([]);
});

test("a push is judged anew: the comment is edited in place, the commit before keeps its check", async () => {
  scene = await Scene.start();
  const { number, head } = await scene.open("change", broken);
  await scene.review(number);
  const mended = scene.bare.commit({
    branch: "change",
    files: snapshot("tasks_v1", "task_id varchar", "status varchar"),
  });
  await scene.acme.push({ branch: "change", commit: mended, by: "eve" });
  await scene.review(number);
  expect(await scene.checks(head)).toEqual([block]);
  expect(await scene.checks(mended)).toEqual([pass]);
  expect(await scene.comments(number)).toEqual([`${bot}: ## Schema Gate: pass, 0 blocking findings`]);
});

test("the report is what `schema-diff check` says of the same commits in a clone, byte for byte, approvals and all", async () => {
  scene = await Scene.start();
  const { number, head } = await scene.open("change", { ...broken, "schema-gate.yaml": "" });
  const directory = scene.bare.directory;
  const request = { directory, base: "main", head, policyRevision: null, folder: "snapshots", asOf, failOn: null };
  for (const approvals of [[], ["ada", "grace"]]) {
    for (const by of approvals) await scene.acme.submitReview({ number, by, state: "APPROVED" });
    const { judgements } = await scene.review(number);
    const { report } = await check({ ...request, approvals });
    expect(report.findings.map(({ rule, action }) => [rule, action])).toEqual([
      ["policy-edited", approvals.length === 0 ? "block" : "warn"],
      ["column-removed", "block"],
    ]);
    expect(judgements.map((each) => (each.kind === "judged" ? renderJson(each.report) : each.reason))).toEqual([
      renderJson(report),
    ]);
  }
});

test("what the base did since is not held against a change (the base of the comparison is the merge base)", async () => {
  scene = await Scene.start();
  const { number, head } = await scene.open("change", { "README.md": "Views." });
  scene.bare.commit({ branch: "main", files: { ...snapshot("hosts_v1", "host_id varchar"), ...broken } });
  await scene.review(number);
  expect(await scene.checks(head)).toEqual([pass]);
});

test("the base is the newest commit of its branch, not the one the pull request was opened on", async () => {
  scene = await Scene.start();
  const { number, head } = await scene.open("change", broken);
  scene.bare.commit({ branch: "main", files: { "schema-gate.yaml": "actions: { breaking: warn }\n" } });
  await scene.review(number);
  expect(await scene.checks(head)).toEqual([{ ...block, ended: "neutral", title: "Warn: 0 blocking findings" }]);
});

test("a green check is not carried to another base", async () => {
  scene = await Scene.start();
  scene.bare.commit({ branch: "lax", from: "main", files: { "schema-gate.yaml": "actions: { breaking: allow }\n" } });
  const { number, head } = await scene.open("change", broken, { base: "lax" });
  await scene.review(number);
  expect((await scene.checks(head)).map(({ ended }) => ended)).toEqual(["success"]);
  await scene.acme.retargetPullRequest({ number, base: "main" });
  await scene.review(number);
  // The newest of a name is what GitHub goes by.
  expect((await scene.checks(head))[0]).toEqual(block);
  expect(await scene.comments(number)).toEqual([`${bot}: ## Schema Gate: block, 1 blocking finding`]);
});

test("a commit stands by the worst of the pull requests that end in it, and each has its own comment", async () => {
  scene = await Scene.start();
  scene.bare.commit({ branch: "lax", from: "main", files: { "schema-gate.yaml": "actions: { breaking: warn }\n" } });
  const { number: lax, head } = await scene.open("change", broken, { base: "lax" });
  const { number: strict } = await scene.acme.openPullRequest({ head: "change", author: "eve", base: "main" });
  await scene.review(lax);
  expect(await scene.checks(head)).toEqual([block]);
  expect(await scene.summary(head)).toMatch(new RegExp(`\n- #${lax}: Warn: 0 blocking findings\n$`));
  expect(await scene.comments(lax)).toEqual([`${bot}: ## Schema Gate: warn, 0 blocking findings`]);
  expect(await scene.comments(strict)).toEqual([`${bot}: ## Schema Gate: block, 1 blocking finding`]);
  // Once the strict one is closed, the other alone counts.
  await scene.acme.closePullRequest({ number: strict });
  await scene.review(strict);
  expect((await scene.checks(head))[0]).toEqual({ ...block, ended: "neutral", title: "Warn: 0 blocking findings" });
});

test("a closed pull request whose commit nothing else ends in is left alone", async () => {
  scene = await Scene.start();
  const { number, head } = await scene.open("change", broken);
  await scene.acme.closePullRequest({ number });
  expect(await scene.review(number)).toEqual({ judgements: [], concluded: null });
  expect([await scene.checks(head), await scene.comments(number)]).toEqual([[], []]);
});

test("a fork's pull request is read through the repository it goes to", async () => {
  scene = await Scene.start();
  const commit = scene.bare.commit({ branch: "elsewhere", from: "main", files: broken });
  const { number } = await scene.acme.openPullRequest({
    head: "change",
    author: "eve",
    fork: { fullName: "eve/views", commit },
  });
  scene.bare.git("update-ref", "-d", "refs/heads/elsewhere");
  await scene.review(number);
  expect(await scene.checks(commit)).toEqual([block]);
});

test("what the merge queue makes is judged against what it comes after, by the approvals of its pull request", async () => {
  scene = await Scene.start();
  const edited = "leads: { members: [eve] }\n";
  const { number } = await scene.open("change", { "schema-gate.yaml": edited });
  for (const by of ["ada", "grace"]) await scene.acme.submitReview({ number, by, state: "APPROVED" });
  const { headSha } = await scene.acme.queueForMerge({ number, by: "ada" });
  const group = { head: headSha, base: scene.root, pullRequest: number };
  expect(await reviewMergeGroup(scene.judge(), publication, group)).toMatchObject({ concluded: "check" });
  expect(await scene.checks(headSha)).toEqual([
    { check: "schema-gate: schema-gate", ended: "neutral", title: "Warn: 0 blocking findings", annotations: 1 },
  ]);
  expect(await scene.comments(number)).toEqual([]);
});
