import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { place, refusal, type Scene, startScene } from "./scene.js";

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

test("nothing is merged before what its branch requires is there", async () => {
  const { github, repository, shas } = scene;
  const acme = github.in("acme/views");
  acme.protect("main", { checks: [{ context: "Schema Gate", appId: 7 }], strict: true, enforceAdmins: true });
  const { number } = await acme.openPullRequest({ head: "change", author: "cat", draft: true });
  const merge = { ...place, pull_number: number };
  const bob = scene.as("bob");
  const refused = [await refusal(bob.pulls.merge(merge)), await refusal(bob.pulls.merge({ ...merge, sha: shas.root }))];
  await acme.setDraft({ number, draft: false });
  refused.push(await refusal(bob.pulls.merge({ ...merge, sha: shas.root })), await refusal(bob.pulls.merge(merge)));
  // The right name from another app is not enough, nor a check that is red.
  const check = { ...place, name: "Schema Gate", head_sha: shas.change };
  await scene.as("job").checks.create({ ...check, conclusion: "success" });
  refused.push(await refusal(bob.pulls.merge(merge)));
  const app = scene.as(await scene.installationToken());
  await app.checks.create({ ...check, conclusion: "action_required" });
  refused.push(await refusal(bob.pulls.merge(merge)));
  await app.checks.create({ ...check, conclusion: "neutral" });
  refused.push(await refusal(bob.pulls.merge(merge)), await refusal(scene.as("cat").pulls.merge(merge)));
  expect(refused).toEqual([
    [405, "Pull Request is still a draft"],
    [405, "Pull Request is still a draft"],
    [409, "Head branch was modified. Review and try the merge again."],
    [405, 'Required status check "Schema Gate" is expected. This branch must not be behind its base branch.'],
    [405, 'Required status check "Schema Gate" is expected. This branch must not be behind its base branch.'],
    [405, 'Required status check "Schema Gate" is expected. This branch must not be behind its base branch.'],
    [405, "This branch must not be behind its base branch."],
    [403, "Must have admin rights to Repository."],
  ]);
  await acme.push({
    branch: "change",
    commit: repository.commit({ branch: "up", from: "change", merge: ["main"], files: { "d.txt": "four\n" } }),
    by: "cat",
  });
  expect(await refusal(bob.pulls.merge(merge))).toEqual([405, 'Required status check "Schema Gate" is expected.']);
});

test("the base of a pull request stays what it was until it is pushed to, and conflicts are told", async () => {
  const { github, repository, shas } = scene;
  const acme = github.in("acme/views");
  const { number } = await acme.openPullRequest({ head: "change", author: "cat" });
  const tip = repository.commit({ branch: "main", files: { "a.txt": "ein\n" } });
  const get = async () => (await scene.as("job").pulls.get({ ...place, pull_number: number })).data;
  const before = await get();
  expect([before.base.sha, before.mergeable, before.mergeable_state, before.merge_commit_sha]).toEqual([
    shas.main,
    false,
    "dirty",
    null,
  ]);
  const next = repository.commit({ branch: "stage", from: "change", files: { "e.txt": "e\n" } });
  await acme.push({ branch: "change", commit: next, by: "cat" });
  expect([(await get()).base.sha, (await get()).head.sha]).toEqual([tip, next]);
  expect(await refusal(scene.as("bob").pulls.merge({ ...place, pull_number: number }))).toEqual([
    405,
    "Pull Request is not mergeable",
  ]);
});

test("nobody approves their own pull request, and an approval names the commit it was given on", async () => {
  const acme = scene.github.in("acme/views");
  const { number } = await acme.openPullRequest({ head: "change", author: "bob" });
  const pull = { ...place, pull_number: number };
  expect(await refusal(scene.as("bob").pulls.createReview({ ...pull, event: "APPROVE" }))).toEqual([
    422,
    "Unprocessable Entity",
  ]);
  await scene.as("ann").pulls.createReview({ ...pull, event: "APPROVE" });
  const next = scene.repository.commit({ branch: "stage", from: "change", files: { "e.txt": "e\n" } });
  await acme.push({ branch: "change", commit: next, by: "bob" });
  const { id } = await acme.submitReview({ number, by: "cat", state: "CHANGES_REQUESTED" });
  await acme.dismissReview({ number, id, by: "ann" });
  const { data } = await scene.as("job").pulls.listReviews(pull);
  expect(data.map(({ user, state, commit_id }) => [user?.login, state, commit_id])).toEqual([
    ["ann", "APPROVED", scene.shas.change],
    ["cat", "DISMISSED", next],
  ]);
});

test("a test looks at comments, checks and statuses without asking", async () => {
  const acme = scene.github.in("acme/views");
  const { number } = await acme.openPullRequest({ head: "change", author: "cat" });
  const { id } = acme.comment({ number, by: "bob", body: "/schema-gate recheck" });
  const job = scene.as("job");
  await job.reactions.createForIssueComment({ ...place, comment_id: id, content: "eyes" });
  const { data: run } = await job.checks.create({ ...place, name: "Schema Gate", head_sha: scene.shas.change });
  await job.repos.createCommitStatus({ ...place, sha: scene.shas.change, context: "Schema Gate", state: "failure" });
  const said = { name: "Schema Gate", app: "github-actions", title: null, summary: null, annotations: 0 };
  expect([acme.commentsOn(number), acme.checksOn(scene.shas.change), acme.statusesOn(scene.shas.change)]).toEqual([
    [{ id, author: "bob", body: "/schema-gate recheck", reactions: ["eyes by github-actions[bot]"] }],
    [{ ...said, id: run.id, status: "queued", conclusion: null }],
    { "Schema Gate": "failure" },
  ]);
  expect(scene.github.requests.length).toBe(3);
});
