import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { privateKey, type Scene, snapshot } from "../scene.js";
import { ActionScene, block, broken, check, pass, said, waiver } from "./action-scene.js";
import { type Built, buildPrograms } from "./build.js";

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

test("where the token may write no checks, the status says it, and the run has the annotations", async () => {
  const { delivery, number, head } = await action.open("change", broken);
  const { code, log } = await action.step(delivery, { token: "statuses-only" });
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
  const { delivery, number, head } = await action.open("change", broken);
  for (let times = 0; times < 2; times++)
    await action.step(delivery, { token: "", with: { "app-id": "7", "private-key": privateKey } });
  expect(await scene.checks(head)).toEqual([{ ...block, check: "schema-gate: schema-gate" }]);
  expect(await scene.comments(number)).toEqual([said.replace("github-actions", "schema-gate")]);
});

test("fail-on tightens, comment: false says nothing there, and the check has the name it is given", async () => {
  const risky = snapshot("tasks_v1", "task_id varchar", "build_id varchar", "status varchar");
  const { delivery, number, head } = await action.open("change", risky);
  await action.step(delivery, { with: { "fail-on": "risky", comment: "false", check: "views" } });
  expect(await scene.checks(head)).toEqual([{ ...block, check: "github-actions: views" }]);
  expect(await scene.comments(number)).toEqual([]);
});

test("a push to a base judges all that go into it, and a green check is not kept by what the base forbids since", async () => {
  scene.bare.commit({ branch: "other", from: "main", files: {} });
  const one = await action.open("change", broken);
  const two = await action.open("docs", { "README.md": "Views." });
  const elsewhere = await action.open("third", broken, "other");
  const lax = "leads: { members: [ada] }\nactions: { breaking: warn }\n";
  const commit = scene.bare.commit({ branch: "main", files: { "schema-gate.yaml": lax } });
  const [pushed] = await scene.acme.push({ branch: "main", commit, by: "ada" });
  if (pushed === undefined) throw new Error("GitHub told nothing of the push");
  const { code, outputs } = await action.step(pushed);
  expect([code, outputs.judged, outputs.verdict]).toEqual([0, "2", "warn"]);
  expect(await scene.checks(one.head)).toEqual([check("neutral", "Warn: 0 blocking findings", 1)]);
  expect(await scene.checks(two.head)).toEqual([pass]);
  expect(await scene.checks(elsewhere.head)).toEqual([]);
});

test("what the merge queue makes is concluded", async () => {
  const { number } = await action.open("change", broken);
  const { headSha, delivery } = await scene.acme.queueForMerge({ number, by: "ada" });
  expect(await action.step(delivery)).toMatchObject({ code: 0, outputs: { verdict: "block" } });
  expect(await scene.checks(headSha)).toEqual([block]);
});

test("a dismissed approval is judged again, and so is everything every day", async () => {
  const { number, head, delivery } = await action.open("change", { ...broken, ...waiver });
  await scene.acme.submitReview({ number, by: "linus", state: "APPROVED" });
  const { id } = await scene.acme.submitReview({ number, by: "ada", state: "APPROVED" });
  await action.step(delivery);
  expect((await scene.checks(head))[0]).toMatchObject({ ended: "neutral" });
  await scene.acme.dismissReview({ number, id, by: "grace" });
  await action.afterReview(head, "grace");
  expect((await scene.checks(head))[0]).toMatchObject({ ended: "failure", title: "Block: 2 blocking findings" });
  await scene.acme.submitReview({ number, by: "ada", state: "APPROVED" });
  await action.step({ event: "schedule", payload: { schedule: "17 5 * * *" } });
  expect((await scene.checks(head))[0]).toMatchObject({ ended: "neutral" });
});

test("what could not be checked is concluded so; what could not be concluded fails the job", async () => {
  const { delivery, head } = await action.open("change", { ...broken, "waivers/bad.yaml": "[" });
  const unchecked = await action.step(delivery);
  expect([unchecked.code, unchecked.outputs.verdict, unchecked.outputs.blocking]).toEqual([0, "could-not-check", ""]);
  expect(await scene.checks(head)).toEqual([check("failure", "Could not check", 0)]);
  scene.break(({ method }) => (method === "GET" ? null : { kind: "status", status: 500 }));
  const unsaid = await action.step(delivery);
  expect([unsaid.code, /^## Schema Gate: could not run$/m.test(unsaid.summary)]).toEqual([3, true]);
});
