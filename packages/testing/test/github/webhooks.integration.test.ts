import { createServer } from "node:http";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { createNodeMiddleware, Webhooks } from "@octokit/webhooks";
import { type Delivery, signed } from "../../src/github/index.js";
import { place, type Scene, silent, startScene } from "./scene.js";

let scene: Scene;
beforeEach(async () => {
  scene = await startScene();
});
afterEach(() => scene.end());

/** What a delivery says in short; making one has held it against GitHub's published schema already. */
const brief = ({ event, payload }: Delivery) =>
  [
    event,
    payload.action ?? null,
    Reflect.get(payload.sender as object, "login"),
    Reflect.get(payload.repository as object, "full_name"),
  ].join(" ");

test("everything that happens to a pull request is told as GitHub tells it", async () => {
  const { repository, shas, github } = scene;
  const acme = github.in("acme/views");
  const { number, delivery: opened } = await acme.openPullRequest({
    number: 5,
    head: "change",
    author: "cat",
    draft: true,
  });
  const next = repository.commit({ branch: "stage", from: "change", files: { "c.txt": "drei\n" } });
  const pushed = await acme.push({ branch: "change", commit: next, by: "cat" });
  const { id, delivery: submitted } = await acme.submitReview({ number, by: "bob", state: "APPROVED" });
  const { id: commentId, delivery: commented } = await acme.comment({
    number,
    by: "bob",
    body: "/schema-gate recheck",
  });
  const { data: run } = await scene
    .as(await scene.installationToken())
    .checks.create({ ...place, name: "Schema Gate", head_sha: next, conclusion: "failure" });
  const told = [
    opened,
    ...pushed,
    await acme.setDraft({ number, draft: false }),
    await acme.setDraft({ number, draft: true }),
    await acme.editPullRequest({ number, title: "Better", body: "text" }),
    await acme.retargetPullRequest({ number, base: "stage" }),
    submitted,
    await acme.editReview({ number, id, body: "still fine" }),
    await acme.dismissReview({ number, id, by: "ann" }),
    commented,
    await acme.editComment({ id: commentId, by: "bob", body: "hm" }),
    await acme.deleteComment({ id: commentId, by: "ann" }),
    await acme.rerequestCheck({ id: run.id, by: "bob" }),
    await acme.endRun({
      name: "reviews",
      path: ".github/workflows/reviews.yml",
      event: "pull_request_review",
      headSha: next,
      headBranch: "change",
      by: "bob",
    }),
    await acme.closePullRequest({ number }),
    await acme.reopenPullRequest({ number, by: "bob" }),
    await acme.retargetPullRequest({ number, base: "main" }),
    (await acme.queueForMerge({ number, by: "ann" })).delivery,
    await acme.mergePullRequest({ number, by: "ann" }),
  ];
  expect(told.map(brief)).toEqual([
    "pull_request opened cat acme/views",
    "push  cat acme/views",
    "pull_request synchronize cat acme/views",
    "pull_request ready_for_review cat acme/views",
    "pull_request converted_to_draft cat acme/views",
    "pull_request edited cat acme/views",
    "pull_request edited cat acme/views",
    "pull_request_review submitted bob acme/views",
    "pull_request_review edited bob acme/views",
    "pull_request_review dismissed ann acme/views",
    "issue_comment created bob acme/views",
    "issue_comment edited bob acme/views",
    "issue_comment deleted ann acme/views",
    "check_run rerequested bob acme/views",
    "workflow_run completed bob acme/views",
    "pull_request closed cat acme/views",
    "pull_request reopened bob acme/views",
    "pull_request edited cat acme/views",
    "merge_group checks_requested ann acme/views",
    "pull_request closed ann acme/views",
  ]);
  expect(new Set(told.map(({ guid }) => guid)).size).toBe(told.length);
  expect(told.map(({ payload }) => payload.installation)).toEqual(
    told.map(() => ({ id: 70, node_id: expect.any(String) })),
  );
  // Nothing is left of the people and repositories of the published examples.
  expect(
    told.filter(({ payload }) => /Codertocat|Hello-World|octo-org/i.test(JSON.stringify(payload))).map(brief),
  ).toEqual([]);
  const ids = ({ payload }: Delivery) => JSON.stringify(payload).match(/"(?:head|base)":\{[^{}]*"sha":"[0-9a-f]{40}"/g);
  expect(ids(told[2] as Delivery)).toEqual([expect.stringContaining(next), expect.stringContaining(shas.main)]);
});

test("a fork's pull request names the fork, and its push is told to the base alone", async () => {
  const acme = scene.github.in("acme/views");
  const head = { fullName: "stranger/views", commit: scene.shas.change };
  const { number, delivery } = await acme.openPullRequest({ head: "main", author: "stranger", fork: head });
  const { data } = await scene.as("job").pulls.get({ ...place, pull_number: number });
  expect([data.head.label, data.head.repo?.full_name, data.head.repo?.fork, data.head.sha]).toEqual([
    "stranger:main",
    "stranger/views",
    true,
    scene.shas.change,
  ]);
  expect(brief(delivery)).toBe("pull_request opened stranger acme/views");
  const next = scene.repository.commit({ branch: "elsewhere", from: "change", files: { "x.txt": "x\n" } });
  const told = await acme.push({ branch: "main", commit: next, by: "stranger", fork: "stranger/views" });
  expect(told.map(brief)).toEqual(["pull_request synchronize stranger acme/views"]);
  expect(scene.repository.git("rev-parse", "main")).toBe(scene.shas.main);
  expect((await scene.as("job").checks.create({ ...place, name: "x", head_sha: next })).data.pull_requests).toEqual([]);
});

test("the app's own library takes a signed delivery, and no other", async () => {
  const heard: string[] = [];
  const webhooks = new Webhooks({ secret: "right", log: silent });
  webhooks.onAny(({ id, name }) => void heard.push(`${id} ${name}`));
  const listener = createServer(createNodeMiddleware(webhooks, { path: "/", log: silent }));
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  const address = listener.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/`;
  try {
    const { delivery } = await scene.github.in("acme/views").openPullRequest({ head: "change", author: "cat" });
    const forged = await fetch(url, { method: "POST", ...signed(delivery, "wrong") });
    scene.github.setHook(7, { url, secret: "right" });
    const statuses = [await scene.github.deliver(7, delivery), await scene.github.deliver(7, delivery)];
    expect([forged.status, statuses, heard]).toEqual([400, [200, 200], Array(2).fill(`${delivery.guid} pull_request`)]);
  } finally {
    await new Promise((resolve) => listener.close(resolve));
  }
  const gone = await scene.github.in("acme/views").closePullRequest({ number: 1 });
  expect(await scene.github.deliver(7, gone)).toBe(0);
});
