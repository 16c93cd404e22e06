import { afterEach, expect, test } from "@jest/globals";
import { Scene, snapshot } from "./scene.js";
import { statusWaiver, statusWaiverFile } from "./status-waiver.js";

let scene: Scene;
afterEach(() => scene.end());

const broken = snapshot("tasks_v1", "task_id varchar");
/** A column where it is risky, so that an owner has to look (`actions` of the scene). */
const risky = snapshot("tasks_v1", "task_id varchar", "build_id varchar", "status varchar");

const waiver = {
  [statusWaiverFile]: statusWaiver({ owner: "dana", reason: "Nobody reads it.", ends: "2027-05-31" }),
};

const owned = {
  "schemas/a/dev_prod_live/tasks_v1.yaml": `apiVersion: v3.1.0
kind: DataContract
id: tasks
version: 1.0.0
status: active
servers:
  - { server: trino, type: trino, host: trino.example.com, port: 443, catalog: a, schema: dev_prod_live }
schema:
  - name: tasks
    physicalName: tasks_v1
    properties:
      - { name: task_id, physicalType: varchar }
      - { name: status, physicalType: varchar }
team: { name: Tasks, members: [{ username: olga }] }
`,
};

async function ended(number: number, head: string): Promise<string> {
  await scene.review(number);
  const [newest] = await scene.checks(head);
  return `${newest?.ended}: ${newest?.title}`;
}

const blocked = "failure: Block: 2 blocking findings";
const waits = "action_required: Acknowledge: 0 blocking findings, 1 for an owner to acknowledge";
const warned = "neutral: Warn: 0 blocking findings";

async function approve(number: number, ...logins: readonly string[]): Promise<void> {
  for (const by of logins) await scene.acme.submitReview({ number, by, state: "APPROVED" });
}

test("a waiver that came with the change counts once a plurality of leads approved the newest commit", async () => {
  scene = await Scene.start();
  const { number, head } = await scene.open("change", { ...broken, ...waiver });
  expect(await ended(number, head)).toBe(blocked);
  await approve(number, "ada");
  expect(await ended(number, head)).toBe(blocked);
  await approve(number, "linus");
  expect(await ended(number, head)).toBe(warned);
});

test("an approval of an older commit does not count for what was pushed after it, and the comment says so", async () => {
  scene = await Scene.start();
  const { number } = await scene.open("change", { "README.md": "Views." });
  await approve(number, "ada", "linus");
  const author = { name: "eve", email: "eve@users.noreply.github.com" };
  const head = scene.bare.commit({ branch: "change", files: { ...broken, ...waiver }, author });
  await scene.acme.push({ branch: "change", commit: head, by: "eve" });
  expect(await ended(number, head)).toBe(blocked);
  expect((await scene.commentBody(number)).split("\n").slice(-3)).toEqual([
    `Approvals of \`${head}\` that count: none.`,
    "Not counted, for they approved an older commit: `ada`, `linus`.",
    "",
  ]);
});

test("a dismissed approval, and one taken back, count no longer", async () => {
  scene = await Scene.start();
  const { number, head } = await scene.open("change", { ...broken, ...waiver });
  await approve(number, "linus");
  const { id } = await scene.acme.submitReview({ number, by: "ada", state: "APPROVED" });
  expect(await ended(number, head)).toBe(warned);
  await scene.acme.dismissReview({ number, id, by: "grace" });
  expect(await ended(number, head)).toBe(blocked);
  await approve(number, "ada");
  expect(await ended(number, head)).toBe(warned);
  await scene.acme.submitReview({ number, by: "linus", state: "CHANGES_REQUESTED" });
  expect(await ended(number, head)).toBe(blocked);
});

test("leads who wrote some of the change do not count, whoever opened it", async () => {
  scene = await Scene.start();
  scene.bare.commit({
    branch: "change",
    from: "main",
    files: waiver,
    author: { name: "ada", email: "ada@users.noreply.github.com" },
  });
  const { number, head } = await scene.open("change", broken);
  await approve(number, "ada", "linus");
  expect(await ended(number, head)).toBe(blocked);
  await approve(number, "grace");
  expect(await ended(number, head)).toBe(warned);
});

test("strangers, apps, comments that sound like approvals and labels come to nothing", async () => {
  scene = await Scene.start();
  const { number, head } = await scene.open("change", { ...broken, ...waiver });
  await approve(number, "mallory", "trudy", "ada-", "helper[bot]");
  for (const by of ["ada", "grace", "linus"]) {
    await scene.acme.submitReview({ number, by, state: "COMMENTED", body: "APPROVED, /schema-gate approve" });
    scene.acme.comment({ number, by, body: "approved-breaking-change" });
  }
  await scene.acme.editPullRequest({ number, by: "eve", title: "[approved] change", body: "Approved-by: ada, grace" });
  expect(await ended(number, head)).toBe(blocked);
});

test("edited leads do not approve themselves", async () => {
  scene = await Scene.start();
  const { number, head } = await scene.open("change", { "schema-gate.yaml": "leads: { members: [mallory] }\n" });
  await approve(number, "mallory");
  expect(await ended(number, head)).toBe("failure: Block: 1 blocking finding");
  await approve(number, "ada", "grace");
  expect(await ended(number, head)).toBe(warned);
});

test("an edited configuration judges nothing before it is merged, approved or not", async () => {
  scene = await Scene.start();
  const lax = { "schema-gate.yaml": "leads: { members: [ada, grace, linus] }\nactions: { breaking: allow }\n" };
  const { number, head } = await scene.open("change", { ...broken, ...lax });
  expect(await ended(number, head)).toBe(blocked);
  await approve(number, "ada", "grace");
  expect(await ended(number, head)).toBe("failure: Block: 1 blocking finding");
});

test("what must be acknowledged waits for an owner of the view by the base's contract", async () => {
  scene = await Scene.start(owned);
  const { number, head } = await scene.open("change", risky);
  expect(await ended(number, head)).toBe(waits);
  await approve(number, "mallory");
  expect(await ended(number, head)).toBe(waits);
  await approve(number, "olga");
  expect(await ended(number, head)).toBe(warned);
});

test("nobody becomes an owner by the change itself", async () => {
  scene = await Scene.start(owned);
  const [[file, text]] = Object.entries(owned) as [[string, string]];
  const { number, head } = await scene.open("change", { ...risky, [file]: text.replace("olga", "mallory") });
  await approve(number, "mallory");
  expect(await ended(number, head)).toBe(waits);
  await approve(number, "ada");
  expect(await ended(number, head)).toBe(warned);
});
