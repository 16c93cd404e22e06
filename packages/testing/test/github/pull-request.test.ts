import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { place, type Scene, startScene } from "./scene.js";

let scene: Scene;
beforeEach(async () => {
  scene = await startScene();
});
afterEach(() => scene.end());

test("a pull request from opening to merge", async () => {
  const { github, shas } = scene;
  const acme = github.in("acme/views");
  acme.protect("main", { checks: [{ context: "Schema Gate", appId: 15_368 }], strict: false, enforceAdmins: true });
  const { number } = await acme.openPullRequest({ head: "change", author: "cat" });
  const job = scene.as("job");
  const { data: pull } = await job.pulls.get({ ...place, pull_number: number });
  expect([
    pull.head.sha,
    pull.base.sha,
    pull.user.login,
    pull.mergeable_state,
    pull.commits,
    pull.changed_files,
  ]).toEqual([shas.change, shas.main, "cat", "blocked", 1, 2]);
  const { data: files } = await job.pulls.listFiles({ ...place, pull_number: number });
  expect(
    files.map(({ filename, status, additions, deletions, patch }) => ({
      filename,
      status,
      additions,
      deletions,
      patch,
    })),
  ).toEqual([
    { filename: "a.txt", status: "modified", additions: 1, deletions: 1, patch: "@@ -1 +1 @@\n-one\n+uno" },
    { filename: "c.txt", status: "added", additions: 1, deletions: 0, patch: "@@ -0,0 +1 @@\n+three" },
  ]);
  const { data: run } = await job.checks.create({
    ...place,
    name: "Schema Gate",
    head_sha: shas.change,
    status: "in_progress",
  });
  await job.checks.update({
    ...place,
    check_run_id: run.id,
    conclusion: "success",
    output: {
      title: "Nothing breaks",
      summary: "3 views",
      annotations: [{ path: "a.txt", start_line: 1, end_line: 1, annotation_level: "notice", message: "seen" }],
    },
  });
  await job.issues.createComment({ ...place, issue_number: number, body: "Nothing breaks" });
  const { data: merged } = await scene.as("bob").pulls.merge({ ...place, pull_number: number });
  expect(scene.repository.git("rev-parse", "main")).toBe(merged.sha);
  expect(scene.repository.git("show", "main:a.txt")).toBe("uno");
  const { data: after } = await job.pulls.get({ ...place, pull_number: number });
  expect([after.state, after.merged, after.merged_by?.login, after.merge_commit_sha]).toEqual([
    "closed",
    true,
    "bob",
    merged.sha,
  ]);
});
