import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { printWaiver } from "@schema-gate/contract";
import { findingId } from "@schema-gate/diff";
import { findUnjudged } from "../../src/find-unjudged.js";
import { asOf, Scene, snapshot } from "../scene.js";
import { RunningApp } from "./running-app.js";

const broken = snapshot("tasks_v1", "task_id varchar");
const lax = { "schema-gate.yaml": "leads: { members: [ada] }\nactions: { breaking: allow, risky: acknowledge }\n" };
const block = "failure: Block: 1 blocking finding";
const passed = "success: Pass: 0 blocking findings";

let scene: Scene;
let app: RunningApp;
/** GitHub's clock, which stands still but for what a test lets pass. */
let clock: number;
const pass = (seconds: number) => {
  clock += seconds * 1000;
};
beforeEach(async () => {
  clock = Date.now();
  scene = await Scene.start({}, { now: () => new Date(clock) });
  scene.bare.commit({ branch: "lax", from: "main", files: lax });
  app = new RunningApp(scene);
});
afterEach(async () => {
  await app.end();
  await scene.end();
});

/** Stops the app for as long as something happens that it hears nothing of, and lets it search twice. */
async function unheard(happens: () => Promise<unknown>): Promise<void> {
  await app.stop();
  await happens();
  await app.start();
  await app.stop();
  await app.start();
}

const now = async (head: string) => (await scene.checks(head)).map(({ ended, title }) => `${ended}: ${title}`)[0];

/** How many pull requests each search found, where any. */
const found = () =>
  app.lines
    .map((line) => JSON.parse(line))
    .filter(({ msg }) => msg === "pull requests without a verdict found")
    .map(({ count }) => count);

test("a second pull request with the same head is opened into a strict base", async () => {
  const { head } = await scene.open("change", broken, { base: "lax" });
  await app.start();
  expect(await now(head)).toBe(passed);
  let second = 0;
  await unheard(async () => {
    second = (await scene.acme.openPullRequest({ head: "change", author: "eve", base: "main" })).number;
  });
  expect(await now(head)).toBe(block);
  expect(await scene.comments(second)).toEqual(["schema-gate[bot]: ## Schema Gate: block, 1 blocking finding"]);
  expect(found()).toEqual([1, 1]);
});

test("a pull request is retargeted to a strict base", async () => {
  const { number, head } = await scene.open("change", broken, { base: "lax" });
  await app.start();
  await unheard(() => scene.acme.retargetPullRequest({ number, base: "main" }));
  expect(await now(head)).toBe(block);
  expect(found()).toEqual([1, 1]);
});

test("a base becomes strict", async () => {
  const { head } = await scene.open("change", broken, { base: "lax" });
  await app.start();
  await unheard(async () => scene.bare.commit({ branch: "lax", files: { "schema-gate.yaml": "" } }));
  expect(await now(head)).toBe(block);
  expect(found()).toEqual([1, 1]);
});

test("an approval is dismissed", async () => {
  const risky = snapshot("tasks_v1", "status varchar", "task_id varchar");
  const { number, head } = await scene.open("change", risky, { base: "lax" });
  const { id } = await scene.acme.submitReview({ number, by: "ada", state: "APPROVED" });
  await app.start();
  expect(await now(head)).toBe("neutral: Warn: 0 blocking findings");
  await unheard(() => scene.acme.dismissReview({ number, id, by: "ada" }));
  expect(await now(head)).toBe("action_required: Acknowledge: 0 blocking findings, 1 for an owner to acknowledge");
  expect(found()).toEqual([1, 1]);
});

test("GitHub was ill for longer than anybody tries, and is well again", async () => {
  await app.start();
  const head = scene.bare.commit({ branch: "change", from: "main", files: broken });
  const { delivery } = await scene.acme.openPullRequest({ head: "change", author: "eve", base: "main" });
  scene.break(({ path }) => (/\/reviews$/.test(path) ? { kind: "status", status: 503 } : null));
  await app.deliver(delivery);
  expect(await now(head)).toBe("failure: Could not check");
  await unheard(async () => scene.break(() => null));
  expect(await now(head)).toBe(block);
  expect(found()).toEqual([1]);
});

test("a delivery came while nothing could be stored", async () => {
  await app.start();
  const jobs = join(app.state, "jobs");
  rmSync(jobs, { recursive: true });
  writeFileSync(jobs, "");
  const head = scene.bare.commit({ branch: "change", from: "main", files: broken });
  const { delivery } = await scene.acme.openPullRequest({ head: "change", author: "eve", base: "main" });
  expect(await app.deliver(delivery)).toEqual([500]);
  expect(await scene.checks(head)).toEqual([]);
  await unheard(async () => rmSync(jobs));
  expect(await now(head)).toBe(block);
});

/** Looks for what is unjudged, and gives what was found and what was asked for. */
async function look(before: ReadonlySet<string>, day = asOf) {
  const from = scene.github.requests.length;
  const wanted = { name: "schema-gate", asOf: day };
  const { pullRequests, mergeGroups, judged } = await findUnjudged(scene.judge().github, wanted, before);
  expect(mergeGroups).toEqual([]);
  const paths = scene.github.requests.slice(from).map(({ path }) => path.replace(/[?].*/, "").replace(/.*[/]/, ""));
  const requests = paths.filter((each) => !/access_tokens|app$/.test(each)).sort();
  return { pullRequests, judged, requests };
}

const list = ["heads%2Fgh-readonly-queue%2F", "lax", "main", "pulls"];
const both = ["check-runs", "check-runs", ...list, "reviews", "reviews"];
const one = ["check-runs", ...list, "reviews"];

test("what stands as it is judged is not judged again, and asked for once", async () => {
  const { number } = await scene.open("change", broken);
  await scene.open("other", broken, { base: "lax" });
  await app.start();
  pass(61);
  const first = await look(new Set());
  expect(first).toEqual({ pullRequests: [], judged: first.judged, requests: both });
  expect(first.judged.size).toBe(2);
  expect(await look(first.judged)).toEqual({ ...first, requests: list });
  scene.acme.comment({ number, by: "eve", body: "?" });
  await scene.acme.editPullRequest({ number, by: "eve", title: "Again" });
  pass(61);
  const touched = await look(first.judged);
  expect(touched).toEqual({ ...first, judged: touched.judged, requests: one });
  expect([...touched.judged].filter((each) => first.judged.has(each))).toHaveLength(1);
});

test("what was just touched may be touched again in the same second, and is asked for until it settles", async () => {
  const { number } = await scene.open("change", snapshot("tasks_v1", "status varchar", "task_id varchar"), {
    base: "lax",
  });
  const { id } = await scene.acme.submitReview({ number, by: "ada", state: "APPROVED" });
  await app.start();
  const unsettled = { pullRequests: [], judged: new Set(), requests: one.filter((each) => each !== "main") };
  expect(await look(new Set())).toEqual(unsettled);
  pass(60);
  const { judged } = await look(new Set());
  expect(judged).toEqual(new Set());
  await scene.acme.dismissReview({ number, id, by: "ada" });
  expect(await look(judged)).toEqual({ ...unsettled, pullRequests: [number] });
});

test("a pull request goes into the merge queue", async () => {
  const { number } = await scene.open("change", broken);
  await app.start();
  let head = "";
  await unheard(async () => {
    head = (await scene.acme.queueForMerge({ number, by: "ada" })).headSha;
  });
  expect(await now(head)).toBe(block);
  expect(found()).toEqual([1, 1]);
});

const view = { catalog: "a", schema: "dev_prod_live", name: "tasks_v1" };
const removed = { rule: "column-removed", path: "status", before: "varchar", after: null } as const;
const finding = findingId(removed.rule, view, removed.path, removed.before, removed.after);
const waiver = {
  ...removed,
  formatVersion: 1,
  finding,
  view: "a.dev_prod_live.tasks_v1",
  owner: "ada",
  reason: "Once.",
} as const;

test("a waiver ends overnight", async () => {
  const ending = printWaiver({ ...waiver, ends: asOf });
  scene.bare.commit({ branch: "main", files: { [`waivers/${finding}.yaml`]: ending } });
  const { head } = await scene.open("change", broken);
  await app.start();
  expect(await now(head)).toBe("neutral: Warn: 0 blocking findings");
  await unheard(async () => {
    app.today = "2026-11-23";
  });
  expect(await now(head)).toBe("failure: Block: 2 blocking findings");
});

test("where nothing was found every day is the same; of the others some are judged anew at a time", async () => {
  await scene.open("readme", { "README.md": "Views." });
  const others: number[] = [];
  for (let index = 0; index < 22; index++) others.push((await scene.open(`change-${index}`, broken)).number);
  await app.start();
  pass(61);
  const today = await look(new Set());
  expect([today.pullRequests, today.judged.size]).toEqual([[], 23]);
  const tomorrow = await look(today.judged, "2026-11-23");
  expect([tomorrow.pullRequests, tomorrow.judged.size]).toEqual([others.slice(0, 20), 1]);
});
