import { afterEach, expect, test } from "@jest/globals";
import { reviewPullRequest } from "../src/review-pull-request.js";
import { publication, Scene, snapshot } from "./scene.js";

let scene: Scene;
afterEach(() => scene.end());

const risky = snapshot("tasks_v1", "task_id varchar", "build_id varchar", "status varchar");

test("what moved while it was judged is judged again, and stands in the end", async () => {
  scene = await Scene.start();
  const { number, head } = await scene.open("change", risky);
  let writes = 0;
  scene.break(({ method, path }) => {
    // An owner approves just before the verdict without it is written.
    if (method === "POST" && path.endsWith("/check-runs") && writes++ === 0)
      void scene.acme.submitReview({ number, by: "ada", state: "APPROVED" });
    return null;
  });
  const { judgements } = await reviewPullRequest(scene.judge(), publication, number);
  expect(judgements.map((each) => each.kind === "judged" && each.report.verdict)).toEqual(["warn"]);
  expect((await scene.checks(head))[0]).toMatchObject({ ended: "neutral" });
  expect(writes).toBeGreaterThan(0);
});

test("what stands still is judged once", async () => {
  scene = await Scene.start();
  const { number, head } = await scene.open("change", risky);
  let created = 0;
  scene.break(({ method, path }) => {
    if (method === "POST" && path.endsWith("/check-runs")) created += 1;
    return null;
  });
  await reviewPullRequest(scene.judge(), publication, number);
  expect([created, (await scene.checks(head)).length]).toEqual([1, 1]);
});

test("what moves for ever is an error, never the verdict on what is over", async () => {
  scene = await Scene.start();
  const { number } = await scene.open("change", risky);
  let moved = 0;
  scene.break(({ method, path }) => {
    if (method !== "GET" && /check-runs/.test(path)) {
      scene.bare.commit({ branch: "main", files: { "notes.md": `again ${moved++}` } });
    }
    return null;
  });
  await expect(reviewPullRequest(scene.judge(), publication, number)).rejects.toThrow(
    `Cannot judge pull request ${number}: it or its base changes faster than it can be judged.`,
  );
  expect(moved).toBeGreaterThan(9);
});
