import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { addPeriod } from "@schema-gate/contract";
import { Scene, snapshot } from "../scene.js";
import { RunningApp } from "./running-app.js";

let scene: Scene;
let app: RunningApp;
beforeEach(async () => {
  scene = await Scene.start();
  app = new RunningApp(scene);
});
afterEach(async () => {
  await app.end();
  await scene.end();
});

const broken = snapshot("tasks_v1", "task_id varchar");
const whole = snapshot("tasks_v1", "task_id varchar", "status varchar", "at date");
const ended = (conclusion: string, title: string, annotations: number) => ({
  check: "schema-gate: schema-gate",
  ended: conclusion,
  title,
  annotations,
});
const block = ended("failure", "Block: 1 blocking finding", 1);
const pass = ended("success", "Pass: 0 blocking findings", 0);

/** Opens a pull request as Scene does, and gives what GitHub tells of it too. */
async function open(branch: string, files: Record<string, string>, base = "main") {
  const head = scene.bare.commit({ branch, from: "main", files });
  const { number, delivery } = await scene.acme.openPullRequest({ head: branch, author: "eve", base });
  return { number, head, delivery };
}

/** Pushes a commit to a pull request's branch. */
async function push(branch: string, files: Record<string, string>) {
  const commit = scene.bare.commit({ branch: `${branch}-next`, from: branch, files });
  return { commit, deliveries: await scene.acme.push({ branch, commit, by: "eve" }) };
}

test("a pull request from opening to merge", async () => {
  await app.start();
  const { number, head, delivery } = await open("change", broken);
  expect(await app.deliver(delivery, delivery)).toEqual([202, 202]);
  expect(await scene.checks(head)).toEqual([block]);
  const told = await scene.comments(number);
  expect(told).toEqual([expect.stringMatching(/^schema-gate\[bot\]: /)]);

  const { commit, deliveries } = await push("change", whole);
  expect(await app.deliver(...deliveries)).toEqual([202, 202]);
  expect(await scene.checks(commit)).toEqual([pass]);
  expect(await scene.checks(head)).toEqual([block]);
  expect(await scene.comments(number)).toHaveLength(1);
  expect(await scene.comments(number)).not.toEqual(told);

  const queued = await scene.acme.queueForMerge({ number, by: "ada" });
  await app.deliver(queued.delivery);
  expect(await scene.checks(queued.headSha)).toEqual([pass]);

  await app.deliver(await scene.acme.mergePullRequest({ number, by: "ada" }));
  expect(await scene.comments(number)).toHaveLength(1);
});

test("an approval and its dismissal are judged again", async () => {
  await app.start();
  const risky = snapshot("tasks_v1", "status varchar", "task_id varchar");
  const owner = { "schema-gate.yaml": "leads: { members: [ada] }\nactions: { risky: acknowledge }\n" };
  scene.bare.commit({ branch: "main", files: owner });
  const { number, head, delivery } = await open("change", risky);
  await app.deliver(delivery);
  const waits = [ended("action_required", "Acknowledge: 0 blocking findings, 1 for an owner to acknowledge", 1)];
  expect(await scene.checks(head)).toEqual(waits);
  const review = await scene.acme.submitReview({ number, by: "ada", state: "APPROVED" });
  await app.deliver(review.delivery);
  expect((await scene.checks(head)).map(({ ended: now }) => now)[0]).toBe("neutral");
  await app.deliver(await scene.acme.dismissReview({ number, id: review.id, by: "ada" }));
  expect((await scene.checks(head)).map(({ ended: now }) => now)[0]).toBe("action_required");
});

test("what moves a base, retargets to another or asks again is judged again", async () => {
  scene.bare.commit({ branch: "older", from: "main", files: { "notes.md": "old" } });
  const { number, head } = await open("change", broken);
  await app.start();
  expect(await scene.checks(head)).toEqual([block]);
  const allowed = scene.bare.commit({
    branch: "next",
    from: "main",
    files: { "schema-gate.yaml": "actions: { breaking: warn }\n" },
  });
  await app.deliver(...(await scene.acme.push({ branch: "main", commit: allowed, by: "ada" })));
  expect((await scene.checks(head)).map((each) => each.title)[0]).toBe("Warn: 0 blocking findings");
  await app.deliver(await scene.acme.retargetPullRequest({ number, base: "older" }));
  expect((await scene.checks(head)).map((each) => each.title)[0]).toBe("Block: 1 blocking finding");
});

test("one commit stands by the worst of its pull requests, also when one of them leaves", async () => {
  await app.start();
  scene.bare.commit({
    branch: "lenient",
    from: "main",
    files: { "schema-gate.yaml": "actions: { breaking: warn }\n" },
  });
  const strict = await open("change", broken);
  const { number, delivery } = await scene.acme.openPullRequest({ head: "change", author: "eve", base: "lenient" });
  await app.deliver(strict.delivery, delivery);
  expect((await scene.checks(strict.head))[0]).toEqual(block);
  await app.deliver(await scene.acme.closePullRequest({ number: strict.number }));
  expect((await scene.checks(strict.head))[0]?.title).toBe("Warn: 0 blocking findings");
  await app.deliver(await scene.acme.closePullRequest({ number }));
  expect((await scene.checks(strict.head))[0]?.title).toBe("Warn: 0 blocking findings");
});

test("commands are obeyed from people who may write, once, and never from edits, strangers or apps", async () => {
  await app.start();
  const { number, delivery } = await open("change", broken);
  await app.deliver(delivery);
  const say = (by: string, body: string) => scene.acme.comment({ number, by, body });
  const explain = say("ada", "/schema-gate explain column-removed");
  const stranger = say("eve", "/schema-gate recheck");
  const chat = say("ada", "Nothing");
  await app.deliver(explain.delivery, explain.delivery, stranger.delivery, chat.delivery);
  await app.deliver(scene.acme.editComment({ id: chat.id, by: "ada", body: "/schema-gate recheck" }));
  await app.deliver(say("ada", "/schema-gate recheck").delivery, say("ada", "/schema-gate merge").delivery);
  const bot = say("helper[bot]", "/schema-gate recheck");
  await app.deliver(bot.delivery);
  const comments = await app.comments(number);
  expect(comments.map(({ by, reactions }) => [by, ...reactions])).toEqual([
    ["schema-gate[bot]"],
    ["ada", "+1"],
    ["eve", "-1"],
    ["ada"],
    ["schema-gate[bot]"],
    ["ada", "+1"],
    ["ada", "confused"],
    ["helper[bot]", "-1"],
  ]);
  expect(comments[4]?.body).toMatch(/^<!-- schema-gate answer \d+ -->\n```text\nrule: {5}column-removed\n/);
});

test("a waiver is answered as the file to commit", async () => {
  await app.start();
  const { number, delivery } = await open("change", broken);
  await app.deliver(delivery);
  const id = /finding `([0-9a-f]{16})`/.exec((await app.comments(number))[0]?.body ?? "")?.[1] ?? "";
  const today = () => new Date().toISOString().slice(0, 10);
  const days = [today()];
  await app.deliver(scene.acme.comment({ number, by: "ada", body: `/schema-gate waive ${id}` }).delivery);
  days.push(today());
  await app.deliver(scene.acme.comment({ number, by: "ada", body: `/schema-gate waive ${"0".repeat(16)}` }).delivery);
  const answers = (await app.comments(number)).filter(
    ({ by, body }) => by === "schema-gate[bot]" && / answer /.test(body),
  );
  const yaml = /```yaml\n([\s\S]*)\n```\n?$/.exec(answers[0]?.body ?? "")?.[1] ?? "";
  expect(answers[0]?.body).toContain(`Commit this as \`waivers/${id}.yaml\``);
  expect(yaml.split("\n")[0]).toBe("formatVersion: 1");
  expect(yaml).toContain("owner: ada");
  expect(days.map((day) => addPeriod(day, "P3M"))).toContain(/^ends: (.*)$/m.exec(yaml)?.[1]);
  expect(answers[1]?.body).toContain(
    `There is no finding \`${"0".repeat(16)}\` on the newest commit of this pull request.`,
  );
});

test("a lost delivery hangs no pull request: it is found at the next start", async () => {
  const one = await open("change", broken);
  const other = await open("other", whole);
  await app.start();
  expect(await scene.checks(one.head)).toEqual([block]);
  expect(await scene.checks(other.head)).toEqual([pass]);
  await app.stop();
  const { commit } = await push("change", whole);
  await app.start();
  expect(await scene.checks(commit)).toEqual([pass]);
});

test("where GitHub cannot be asked for long, the check is concluded: could not check", async () => {
  await app.start();
  const { number, head, delivery } = await open("change", broken);
  scene.break(({ path }) => (/\/reviews$/.test(path) ? { kind: "status", status: 503 } : null));
  await app.deliver(delivery);
  expect(await scene.checks(head)).toEqual([ended("failure", "Could not check", 0)]);
  expect(await scene.comments(number)).toEqual(["schema-gate[bot]: ## Schema Gate: could not check"]);
  scene.break(() => null);
  await app.deliver(scene.acme.comment({ number, by: "ada", body: "/schema-gate recheck" }).delivery);
  expect((await scene.checks(head))[0]).toEqual(block);
});

test("where the app was put out of a repository, nothing is tried for ever, and it is found when it is let in again", async () => {
  await app.start();
  const { head, delivery } = await open("change", broken);
  scene.github.setSuspended(70, true);
  expect(await app.deliver(delivery)).toEqual([202]);
  const last = app.lines.map((line) => JSON.parse(line)).filter(({ level }) => level >= 40);
  expect(last.map(({ msg, deliveries }) => [msg, deliveries])).toEqual([
    ["abandoned: it can neither be done nor be said so", [delivery.guid]],
  ]);
  scene.github.setSuspended(70, false);
  await app.stop();
  await app.start();
  expect(await scene.checks(head)).toEqual([block]);
});

test("nothing secret is logged, whatever goes wrong", async () => {
  await app.start();
  const { delivery } = await open("change", broken);
  scene.break(({ number }) => (number % 3 === 0 ? { kind: "status", status: 500 } : null));
  await app.deliver(delivery);
  const text = app.lines.join("");
  expect(text).not.toBe("");
  expect(text).not.toMatch(/signed with this|PRIVATE KEY|ghs_|eyJ|sha256=/);
  const { privateKey } = await import("../scene.js");
  for (const line of privateKey.split("\n").filter((each) => each.length > 20)) expect(text).not.toContain(line);
});
