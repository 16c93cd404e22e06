import { afterEach, expect, test } from "@jest/globals";
import type { Asked, Fault, FaultPlan } from "@schema-gate/testing/github";
import { Scene, snapshot } from "./scene.js";

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
const blockComment = `${bot}: ## Schema Gate: block, 1 blocking finding`;

/** A table of this many columns, of which the change keeps the first. */
function wide(columns: number): { before: Record<string, string>; after: Record<string, string> } {
  const names = Array.from({ length: columns }, (_, index) => `column_${String(index).padStart(4, "0")} varchar`);
  return { before: snapshot("wide_v1", "id varchar", ...names), after: snapshot("wide_v1", "id varchar") };
}

/** The first times an operation is asked for go wrong. */
function failing(operation: string, times: number, fault: Fault): FaultPlan {
  let left = times;
  return (asked: Asked) => (asked.operation === operation && left-- > 0 ? fault : null);
}

test.each<[string, string, Fault]>([
  ["the answer to a new comment gets lost", "issues/create-comment", { kind: "lost-reply" }],
  ["a new comment is refused by an error of GitHub's", "issues/create-comment", { kind: "status", status: 502 }],
  ["the answer to a new check gets lost", "checks/create", { kind: "lost-reply" }],
  ["a new check is refused by an error of GitHub's", "checks/create", { kind: "status", status: 500 }],
  ["writing too fast is refused", "checks/create", { kind: "secondary-rate-limit", retryAfter: 1 }],
])("%s: there is one check and one comment all the same", async (_what, operation, fault) => {
  scene = await Scene.start();
  const { number, head } = await scene.open("change", broken);
  scene.break(failing(operation, 2, fault));
  await scene.review(number);
  expect(await scene.checks(head)).toEqual([block]);
  expect(await scene.comments(number)).toEqual([blockComment]);
});

test("more than 50 annotations come in batches, each once, though answers get lost between them", async () => {
  const { before, after } = wide(120);
  scene = await Scene.start(before);
  const { number, head } = await scene.open("change", after);
  scene.break(failing("checks/update", 1, { kind: "lost-reply" }));
  await scene.review(number);
  await scene.review(number);
  const title = "Block: 120 blocking findings";
  expect(await scene.checks(head)).toEqual([{ ...block, title, annotations: 120 }]);
  const expected = Array.from({ length: 120 }, (_, index) => `column_${String(index).padStart(4, "0")}`);
  const place = "snapshots/a/dev_prod_live/wide_v1.json:10";
  expect(await scene.annotations(head)).toEqual(expected.map((name) => `failure column-removed: ${name} ${place}`));
});

test("of 600 findings 500 are annotated, and the summary says how many are not", async () => {
  const { before, after } = wide(600);
  scene = await Scene.start(before);
  const { number, head } = await scene.open("change", after);
  await scene.review(number);
  expect(await scene.checks(head)).toEqual([{ ...block, title: "Block: 600 blocking findings", annotations: 500 }]);
  expect(await scene.summary(head)).toMatch(
    /\n500 of 600 findings that block, wait or warn are annotated \(of 500 at most\)\.\n$/,
  );
  expect(await scene.comments(number)).toEqual([`${bot}: ## Schema Gate: block, 600 blocking findings`]);
});

test("other annotations than before make a new check, the same ones do not", async () => {
  scene = await Scene.start();
  const { number, head } = await scene.open("change", broken);
  await scene.review(number);
  scene.bare.commit({ branch: "main", files: { "schema-gate.yaml": "actions: { breaking: warn }\n" } });
  await scene.review(number);
  const warn = { ...block, ended: "neutral", title: "Warn: 0 blocking findings" };
  expect(await scene.checks(head)).toEqual([warn, block]);
  await scene.review(number);
  expect(await scene.checks(head)).toEqual([warn, block]);
});

test("a comment that carries our marker and a check of our name that others wrote are let be", async () => {
  scene = await Scene.start();
  const { number, head } = await scene.open("change", broken);
  scene.acme.comment({ number, by: "mallory", body: "<!-- schema-gate schema-gate -->\n## Schema Gate: pass" });
  await scene.review(number, "job");
  await scene.review(number);
  expect(await scene.checks(head)).toEqual([block, { ...block, check: "github-actions: schema-gate" }]);
  expect(await scene.comments(number)).toEqual([
    "mallory: ## Schema Gate: pass",
    "github-actions[bot]: ## Schema Gate: block, 1 blocking finding",
    blockComment,
  ]);
});

test("two who comment at the same time leave one comment", async () => {
  scene = await Scene.start();
  const { number } = await scene.open("change", broken);
  await Promise.all([scene.review(number), scene.review(number), scene.review(number)]);
  expect(await scene.comments(number)).toEqual([blockComment]);
});

test.each([
  ["no-checks", [blockComment.replace(bot, "github-actions[bot]")]],
  ["statuses-only", []],
])("where checks may not be written a commit status says it (%s)", async (token, comments) => {
  scene = await Scene.start();
  const { number, head } = await scene.open("change", broken);
  expect(await scene.review(number, token)).toMatchObject({ concluded: "status" });
  expect(await scene.checks(head)).toEqual([]);
  expect(await scene.statuses(head)).toEqual([
    { context: "schema-gate", state: "failure", description: "Block: 1 blocking finding" },
  ]);
  expect(await scene.comments(number)).toEqual(comments);
});

test("a token that may write nothing is an error that names the permission", async () => {
  scene = await Scene.start();
  const { number } = await scene.open("change", broken);
  await expect(scene.review(number, "reading-only")).rejects.toThrow(/lacks the permission "commit statuses: write"/);
});
