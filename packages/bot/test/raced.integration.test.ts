import { afterEach, expect, test } from "@jest/globals";
import { GitHubError } from "../src/github/github-error.js";
import { checkCommits } from "../src/judge/check-commits.js";
import type { Judge } from "../src/judge/judge-pull-request.js";
import { reviewPullRequest } from "../src/review-pull-request.js";
import { publication, Scene, snapshot } from "./scene.js";

let scene: Scene;
afterEach(() => scene.end());

const bot = "schema-gate[bot]";
const broken = snapshot("tasks_v1", "task_id varchar");
const whole = snapshot("tasks_v1", "task_id varchar", "status varchar", "at date");
const lax = { "schema-gate.yaml": "actions: { breaking: allow }\n" };
const blockComment = `${bot}: ## Schema Gate: block, 1 blocking finding`;

/** A judge in whose first judgement, when all it goes by was read, something happens. */
function interrupted(happens: () => Promise<unknown>): Judge {
  let times = 0;
  return {
    ...scene.judge(),
    async checkCommits(commits, request) {
      if (times++ === 0) await happens();
      return checkCommits(commits, request);
    },
  };
}

const now = async (head: string) => (await scene.checks(head)).map(({ ended, title }) => `${ended}: ${title}`)[0];
const block = "failure: Block: 1 blocking finding";
const pass = "success: Pass: 0 blocking findings";

/** Whoever hears of what happened judges it, and is done before the one that was interrupted goes on. */
async function judgedByOthers(...numbers: readonly number[]) {
  for (const number of numbers) await scene.review(number);
}

test("the base becomes strict while a change is judged by its lax past", async () => {
  scene = await Scene.start(lax);
  const { number, head } = await scene.open("change", broken);
  const judge = interrupted(async () => {
    scene.bare.commit({ branch: "main", files: { "schema-gate.yaml": "" } });
    await judgedByOthers(number);
  });
  await reviewPullRequest(judge, publication, number);
  expect(await now(head)).toBe(block);
  expect(await scene.comments(number)).toEqual([blockComment]);
});

test("a pull request is retargeted while it is judged for its old base", async () => {
  scene = await Scene.start();
  scene.bare.commit({ branch: "lax", from: "main", files: lax });
  const { number, head } = await scene.open("change", broken, { base: "lax" });
  const judge = interrupted(async () => {
    await scene.acme.retargetPullRequest({ number, base: "main" });
    await judgedByOthers(number);
  });
  await reviewPullRequest(judge, publication, number);
  expect(await now(head)).toBe(block);
  expect(await scene.comments(number)).toEqual([blockComment]);
});

test("another pull request with the same head is retargeted while both are judged", async () => {
  scene = await Scene.start();
  for (const branch of ["lax", "laxer"]) scene.bare.commit({ branch, from: "main", files: lax });
  const { number: first, head } = await scene.open("change", broken, { base: "lax" });
  const { number: second } = await scene.acme.openPullRequest({ head: "change", author: "eve", base: "laxer" });
  const judge = interrupted(async () => {
    await scene.acme.retargetPullRequest({ number: second, base: "main" });
    await judgedByOthers(second);
  });
  await reviewPullRequest(judge, publication, first);
  expect(await now(head)).toBe(block);
  expect(await scene.comments(second)).toEqual([blockComment]);
});

test("another one with the same head is opened into a strict base while the first is judged, and nobody hears of it", async () => {
  scene = await Scene.start();
  scene.bare.commit({ branch: "lax", from: "main", files: lax });
  const { number, head } = await scene.open("change", broken, { base: "lax" });
  const opened = { head: "change", author: "eve", base: "main" };
  await reviewPullRequest(
    interrupted(() => scene.acme.openPullRequest(opened)),
    publication,
    number,
  );
  expect(await now(head)).toBe(block);
});

test("a push while the commit before it is judged: both commits stand by what they are, the comment by the newer", async () => {
  scene = await Scene.start();
  const { number, head } = await scene.open("change", broken);
  const mended = scene.bare.commit({ branch: "next", from: "change", files: whole });
  const judge = interrupted(async () => {
    await scene.acme.push({ branch: "change", commit: mended, by: "eve" });
    await judgedByOthers(number);
  });
  await reviewPullRequest(judge, publication, number);
  expect([await now(head), await now(mended)]).toEqual([block, pass]);
  expect(await scene.comments(number)).toEqual([`${bot}: ## Schema Gate: pass, 0 blocking findings`]);
});

test("an approval is dismissed while a change is judged by it", async () => {
  scene = await Scene.start({ "schema-gate.yaml": "leads: { members: [ada] }\nactions: { risky: acknowledge }\n" });
  const { number, head } = await scene.open("change", snapshot("tasks_v1", "status varchar", "task_id varchar"));
  const { id } = await scene.acme.submitReview({ number, by: "ada", state: "APPROVED" });
  const judge = interrupted(async () => {
    await scene.acme.dismissReview({ number, id, by: "grace" });
    await judgedByOthers(number);
  });
  await reviewPullRequest(judge, publication, number);
  expect(await now(head)).toBe("action_required: Acknowledge: 0 blocking findings, 1 for an owner to acknowledge");
});

test("a base that never stands still ends in an error, to be asked again later", async () => {
  scene = await Scene.start();
  const { number } = await scene.open("change", broken);
  const restless: Judge = {
    ...scene.judge(),
    async checkCommits(commits, request) {
      scene.bare.commit({ branch: "main", files: { "notes.md": request.base } });
      return checkCommits(commits, request);
    },
  };
  await expect(reviewPullRequest(restless, publication, number)).rejects.toMatchObject({
    kind: "unreachable",
    message: `Cannot judge pull request ${number}: it or its base changes faster than it can be judged.`,
  });
});

test("those who judge one commit at once leave a newest check with every annotation once", async () => {
  const names = Array.from({ length: 120 }, (_, index) => `column_${String(index).padStart(4, "0")}`);
  scene = await Scene.start(snapshot("wide_v1", "id varchar", ...names.map((name) => `${name} varchar`)));
  const { number, head } = await scene.open("change", snapshot("wide_v1", "id varchar"));
  await Promise.all([scene.review(number), scene.review(number)]);
  // One of two is done while the other is between its first and its second fifty.
  scene.bare.commit({ branch: "main", files: { "schema-gate.yaml": "actions: { breaking: acknowledge }\n" } });
  const judge = scene.judge();
  let isFirst = true;
  const updateCheck: typeof judge.github.updateCheck = async (...written) => {
    if (isFirst) {
      isFirst = false;
      await scene.review(number);
    }
    return judge.github.updateCheck(...written);
  };
  await reviewPullRequest({ ...judge, github: { ...judge.github, updateCheck } }, publication, number);
  expect((await scene.checks(head))[0]).toEqual({
    check: "schema-gate: schema-gate",
    ended: "action_required",
    title: "Acknowledge: 0 blocking findings, 120 for an owner to acknowledge",
    annotations: 120,
  });
  const place = "snapshots/a/dev_prod_live/wide_v1.json:10";
  expect(await scene.annotations(head)).toEqual(names.map((name) => `warning column-removed: ${name} ${place}`));
  expect(await scene.comments(number)).toHaveLength(1);
});

test("a comment that people remove, before a judgement or in the middle of one, is written again", async () => {
  scene = await Scene.start();
  const { number } = await scene.open("change", broken);
  const remove = () => {
    for (const { id } of scene.acme.commentsOn(number)) scene.acme.deleteComment({ id, by: "ada" });
  };
  await scene.review(number);
  remove();
  await scene.review(number);
  expect(await scene.comments(number)).toEqual([blockComment]);
  scene.bare.commit({ branch: "main", files: { "schema-gate.yaml": "actions: { breaking: warn }\n" } });
  const judge = scene.judge();
  const updateComment: typeof judge.github.updateComment = (id, body) => {
    remove();
    return judge.github.updateComment(id, body);
  };
  await reviewPullRequest({ ...judge, github: { ...judge.github, updateComment } }, publication, number);
  expect(await scene.comments(number)).toEqual([`${bot}: ## Schema Gate: warn, 0 blocking findings`]);
});

test("where GitHub takes no more comments the check still says it", async () => {
  scene = await Scene.start();
  const { number, head } = await scene.open("change", broken);
  const judge = scene.judge();
  const createComment = () => Promise.reject(new GitHubError("usage", "refused", "Commenting is disabled."));
  await reviewPullRequest({ ...judge, github: { ...judge.github, createComment } }, publication, number);
  expect(await now(head)).toBe(block);
  expect(await scene.comments(number)).toEqual([]);
});
