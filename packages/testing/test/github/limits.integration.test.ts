import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { place, refusal, type Scene, startScene } from "./scene.js";

let scene: Scene;
beforeEach(async () => {
  scene = await startScene();
});
afterEach(() => scene.end());

const annotation = { path: "a.txt", start_line: 1, end_line: 1, annotation_level: "warning", message: "m" } as const;
/** For what the client's types would not let through. */
const creating = { method: "POST", url: "/repos/{owner}/{repo}/check-runs" } as const;
const output = (count: number) => ({
  title: "t",
  summary: "s",
  annotations: Array.from({ length: count }, () => annotation),
});

test("a call takes 50 annotations, and more calls add more", async () => {
  const job = scene.as("job");
  const run = { ...place, name: "Schema Gate", head_sha: scene.shas.change };
  expect(await refusal(job.checks.create({ ...run, output: output(51) }))).toEqual([
    422,
    "Invalid request.\n\n/output/annotations must NOT have more than 50 items",
  ]);
  const { data } = await job.checks.create({ ...run, output: output(50) });
  const updated = await job.checks.update({ ...place, check_run_id: data.id, output: output(7) });
  expect(updated.data.output.annotations_count).toBe(57);
  const all = await job.paginate(job.checks.listAnnotations, { ...place, check_run_id: data.id });
  expect(all.length).toBe(57);
});

test.each([
  ["summary", { title: "t", summary: "x".repeat(65_536) }],
  ["text", { title: "t", summary: "s", text: "ü".repeat(65_536) }],
])("a check's %s has at most 65,535 characters", async (name, long) => {
  const run = { ...place, name: "Schema Gate", head_sha: scene.shas.change };
  const job = scene.as("job");
  expect(await refusal(job.checks.create({ ...run, output: long }))).toEqual([
    422,
    `Invalid request.\n\n/output/${name} must NOT have more than 65535 characters`,
  ]);
  const fits = { title: "t", summary: "s".repeat(65_535), text: "ü".repeat(65_535) };
  expect((await job.checks.create({ ...run, output: fits })).status).toBe(201);
});

test("a comment has at most 65,535 characters, and some", async () => {
  const job = scene.as("job");
  const { data: issue } = await job.issues.create({ ...place, title: "Drift" });
  const onIssue = { ...place, issue_number: issue.number };
  const longest = await job.issues.createComment({ ...onIssue, body: "😀".repeat(65_535) });
  const change = { ...place, comment_id: longest.data.id, body: "x".repeat(65_536) };
  expect([
    await refusal(job.issues.createComment({ ...onIssue, body: "x".repeat(65_536) })),
    await refusal(job.issues.updateComment(change)),
    await refusal(job.issues.createComment({ ...onIssue, body: " " })),
  ]).toEqual(Array(3).fill([422, "Validation Failed"]));
});

test("a completed check needs a conclusion, and a conclusion completes", async () => {
  const job = scene.as("job");
  const run = { ...place, name: "Schema Gate", head_sha: scene.shas.change };
  const completed = { status: "completed" };
  expect(await refusal(job.request({ ...creating, ...run, ...completed }))).toEqual([422, "Validation Failed"]);
  const { data } = await job.checks.create({ ...run, conclusion: "action_required" });
  expect([data.status, data.conclusion, data.completed_at === null]).toEqual(["completed", "action_required", false]);
  const change = { ...place, check_run_id: data.id };
  expect(await refusal(job.checks.update({ ...change, conclusion: "stale" }))).toEqual([422, "Validation Failed"]);
  const changing = { method: "PATCH", url: "/repos/{owner}/{repo}/check-runs/{check_run_id}" } as const;
  expect(await refusal(job.request({ ...changing, ...change, ...completed }))).toEqual([
    422,
    expect.stringMatching(/^Invalid request\.\n\nthe body must have required property 'conclusion'\n/),
  ]);
  expect((await job.checks.get(change)).data.conclusion).toBe("action_required");
});

test.each([
  [
    "an unknown conclusion",
    { conclusion: "fine" },
    /^Invalid request\.\n\n\/conclusion must be equal to one of the allowed values/,
  ],
  ["an unknown field", { verdict: "pass" }, /^Invalid request\.\n\n\/verdict is no body parameter of this operation$/],
  ["no head commit", { head_sha: undefined }, /^Invalid request\.\n\nthe body must have required property 'head_sha'$/],
  ["a commit nobody has", { head_sha: "0".repeat(40) }, /^No commit found for SHA: 0{40}$/],
  [
    "columns over several lines",
    { output: { title: "t", summary: "s", annotations: [{ ...annotation, end_line: 2, start_column: 1 }] } },
    /^Validation Failed$/,
  ],
])("a check run with %s is refused", async (_, wrong, message) => {
  const job = scene.as("job");
  const run = { ...place, name: "Schema Gate", head_sha: scene.shas.change, ...wrong };
  const [status, said] = await refusal(job.request({ ...creating, ...run }));
  expect(status).toBe(422);
  expect(said).toMatch(message);
});

test("the newest run of a name counts, and only its app changes it", async () => {
  const job = scene.as("job");
  const run = { ...place, name: "Schema Gate", head_sha: scene.shas.change };
  await job.checks.create({ ...run, conclusion: "failure" });
  const { data: newest } = await job.checks.create({ ...run, conclusion: "success" });
  const ref = { ...place, ref: scene.shas.change };
  const latest = (await job.checks.listForRef(ref)).data.check_runs;
  const all = (await job.checks.listForRef({ ...ref, filter: "all" })).data.check_runs;
  expect([latest.map(({ id }) => id), all.map(({ conclusion }) => conclusion)]).toEqual([
    [newest.id],
    ["success", "failure"],
  ]);
  expect(all.map(({ check_suite }) => check_suite?.id)).toEqual([newest.check_suite?.id, newest.check_suite?.id]);
  const app = scene.as(await scene.installationToken());
  expect(await refusal(app.checks.update({ ...place, check_run_id: newest.id, conclusion: "failure" }))).toEqual([
    403,
    "Invalid app_id `7` - Check run can only be modified by the GitHub App that created it.",
  ]);
});

test("a status has a short description, and a context at most 1,000 of them", async () => {
  const job = scene.as("job");
  const status = { ...place, sha: scene.shas.change, context: "Schema Gate", state: "success" } as const;
  expect(await refusal(job.repos.createCommitStatus({ ...status, description: "x".repeat(141) }))).toEqual([
    422,
    "Validation Failed",
  ]);
  await job.repos.createCommitStatus({ ...status, state: "failure" });
  await job.repos.createCommitStatus(status);
  const { data } = await job.repos.getCombinedStatusForRef({ ...place, ref: scene.shas.change });
  expect([data.state, data.statuses.map(({ context, state }) => [context, state])]).toEqual([
    "success",
    [["Schema Gate", "success"]],
  ]);
});

test("a reaction is put once", async () => {
  const job = scene.as("job");
  const { data: issue } = await job.issues.create({ ...place, title: "Drift" });
  const eyes = { ...place, issue_number: issue.number, content: "eyes" } as const;
  expect([
    (await job.reactions.createForIssue(eyes)).status,
    (await job.reactions.createForIssue(eyes)).status,
  ]).toEqual([201, 200]);
  expect((await job.reactions.listForIssue({ ...place, issue_number: issue.number })).data.length).toBe(1);
});

test("what a branch requires is said as checks, or as contexts, and not as both", async () => {
  const protecting = { method: "PUT", url: "/repos/{owner}/{repo}/branches/main/protection" } as const;
  const rest = { enforce_admins: true, required_pull_request_reviews: null, restrictions: null };
  const protect = (required: object) =>
    scene
      .as("ann")
      .request({ ...place, ...protecting, ...rest, required_status_checks: { strict: true, ...required } });
  const checks = [{ context: "Schema Gate", app_id: 7 }];
  expect((await protect({ checks })).data.required_status_checks).toMatchObject({ strict: true, checks });
  expect((await protect({ contexts: ["ci"] })).data.required_status_checks).toMatchObject({ contexts: ["ci"] });
  expect(await refusal(protect({ checks, contexts: [] }))).toEqual([
    422,
    'Invalid request.\n\nNo subschema in "anyOf" matched.',
  ]);
});
