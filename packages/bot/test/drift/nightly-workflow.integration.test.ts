import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { printBundle } from "@schema-gate/contract";
import { renderJson } from "@schema-gate/report";
import { lintWorkflow } from "@schema-gate/testing/workflows";
import { config, DriftScene, privateKey, snapshots } from "./drift-scene.js";
import { liveReport, view } from "./live-report.js";
import { root, runBash, runStep, workflowFile, workflowJobs, workflowText } from "./workflow-steps.js";

/** A report of a day to come is refused. */
const today = new Date().toISOString().slice(0, 10);

const tasks = view("tasks_v1", "id varchar", "state varchar");
const builds = view("builds_v1", "id varchar");
const always = view("always_v1", "id varchar");
const grown = view("tasks_v1", "id varchar", "state varchar", "cost bigint");
const retyped = view("builds_v1", "id bigint");

let scene: DriftScene;
let place: string;
beforeEach(async () => {
  scene = await DriftScene.start(snapshots(always, tasks, builds));
  place = join(scene.folder, "checkout");
  mkdirSync(place);
  symlinkSync(join(root, "packages"), join(place, "packages"));
  writeFileSync(join(place, "schema-gate.yaml"), config);
  writeFiles(snapshots(always, tasks, builds));
});
afterEach(() => scene.end());

const outputs = () => readFileSync(join(place, "outputs"), "utf8").split("\n").filter(Boolean);
const environment = (more: Record<string, string> = {}) => ({
  TOOL: ".",
  GITHUB_API_URL: scene.github.url,
  GITHUB_SERVER_URL: scene.github.url,
  GITHUB_REPOSITORY: "acme/views",
  GITHUB_RUN_ID: "12",
  GITHUB_OUTPUT: join(place, "outputs"),
  GITHUB_TOKEN: "job",
  PROFILE: "production",
  SCHEMA_GATE_SECOND_MS: "1",
  ...more,
});

function writeFiles(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(place, path, ".."), { recursive: true });
    writeFileSync(join(place, path), text);
  }
}

test("the workflow is in order, and so it is for a repository that keeps Schema Gate beside its views", async () => {
  expect(await lintWorkflow(workflowText(), workflowFile)).toEqual([]);
});

test("the job with the secret of Trino cannot write, the job that writes has no such secret, and both pin what they use", () => {
  const { look, tell, ...others } = workflowJobs();
  expect(others).toEqual({});
  expect([look?.permissions, tell?.permissions]).toEqual([
    { actions: "read", contents: "read" },
    { contents: "write", issues: "write", "pull-requests": "write" },
  ]);
  const secretsOf = (job: unknown) => [...new Set(JSON.stringify(job).match(/secrets\.\w+/g))];
  expect([secretsOf(look), secretsOf(tell)]).toEqual([["secrets.TRINO_PASSWORD"], ["secrets.SCHEMA_GATE_PRIVATE_KEY"]]);
  const used = [...(look?.steps ?? []), ...(tell?.steps ?? [])].flatMap(({ uses }) => uses ?? []);
  expect(used.filter((action) => !/@[0-9a-f]{40}$/.test(action))).toEqual([]);
  expect(workflowText()).toMatch(/\npermissions: \{\}\n/);
  const scripts = [...(look?.steps ?? []), ...(tell?.steps ?? [])].flatMap(({ run }) => run ?? []);
  expect(scripts.filter((script) => script.includes("${{"))).toEqual([]);
});

test("what one job packs the other unpacks, and tells: an issue and a pull request", async () => {
  const report = renderJson(await liveReport([tasks, builds], [grown, retyped], today));
  writeFileSync(join(place, "drift.json"), report);
  cpSync(scene.observed(always, grown, retyped), join(place, "observed.json"));
  expect(await runStep("look", "Pack what was found", place, environment())).toEqual({ code: 0, out: "", err: "" });
  const [digest = ""] = outputs();
  expect(digest).toMatch(/^digest=[0-9a-f]{64}$/);
  const DIGEST = digest.slice("digest=".length);
  expect(await runStep("tell", "Unpack what was found", place, environment({ DIGEST }))).toMatchObject({
    code: 0,
    err: "",
  });
  const app = { SCHEMA_GATE_APP_ID: "7", SCHEMA_GATE_PRIVATE_KEY: privateKey };
  expect(await runStep("tell", "Tell GitHub", place, environment(app))).toEqual({
    code: 0,
    out: `open an issue: Schema drift of a.dev_prod_live.builds_v1 (breaking)
open an issue: Schema drift of a.dev_prod_live.tasks_v1 (additive)
pull request #3 holds the additive drift
`,
    err: "",
  });
  expect((await scene.issues()).map((line) => line.split(" [")[0])).toEqual([
    "#1 schema-gate[bot] open",
    "#2 schema-gate[bot] open",
  ]);
  expect(await scene.pullRequests()).toEqual([
    "#3 schema-gate[bot] open schema-gate/drift -> main: Take additive drift of 1 view into the snapshots",
  ]);
});

test("without an app the workflow's own token writes", async () => {
  const report = renderJson(await liveReport([tasks, builds], [tasks, retyped], today));
  writeFiles({ "night/drift.json": report, "night/observed.json": printBundle([tasks, retyped, always]) });
  const none = { SCHEMA_GATE_APP_ID: "", SCHEMA_GATE_PRIVATE_KEY: "" };
  expect(await runStep("tell", "Tell GitHub", place, environment(none))).toEqual({
    code: 0,
    out: "open an issue: Schema drift of a.dev_prod_live.builds_v1 (breaking)\nno additive drift\n",
    err: "",
  });
  expect((await scene.issues()).map((line) => line.split(" [")[0])).toEqual(["#1 github-actions[bot] open"]);
});

test("a file that is not the one that was packed is not even unpacked", async () => {
  writeFileSync(join(place, "night.tar"), "something else");
  const ran = await runStep("tell", "Unpack what was found", place, environment({ DIGEST: "0".repeat(64) }));
  expect([ran.code, ran.out, existsSync(join(place, "night"))]).toEqual([1, "night.tar: FAILED\n", false]);
});

test("a Trino that cannot be reached leaves nothing to tell, and a red job", async () => {
  const ran = await runStep("look", "Look at live Trino", place, environment({ TRINO_PASSWORD: "" }));
  const cli = join(root, "packages/cli/dist/schema-diff.js");
  const same = await runBash(`node ${cli} drift production --series series.jsonl --format json`, place, {});
  expect(same.code).toBeGreaterThan(1);
  expect([ran.code, ran.out, outputs()]).toEqual([0, "", [`status=${same.code}`]]);
  expect(existsSync(join(place, "observed.json"))).toBe(false);
  const ended = await runStep("look", "End as the drift ended", place, { STATUS: `${same.code}` });
  expect(ended.code).toBe(same.code);
}, 60_000);

/** A zip with `series.jsonl` in it. */
function zipped(text: string): Buffer {
  const folder = join(scene.folder, `zip-${text.length}`);
  mkdirSync(folder);
  writeFileSync(join(folder, "series.jsonl"), text);
  execFileSync("zip", ["--quiet", "series.zip", "series.jsonl"], { cwd: folder });
  return readFileSync(join(folder, "series.zip"));
}

const step = "Bring the series of the nights before";
const artifact = (text: string, headBranch: string) => ({
  name: "drift-series",
  zip: zipped(text),
  runId: 1,
  headSha: "0".repeat(40),
  headBranch,
});

test("the newest series of the default branch is brought, never one of a pull request", async () => {
  scene.github.addToken("reader", { job: "acme/views", permissions: { actions: "read", contents: "read" } });
  const env = environment({ GITHUB_TOKEN: "reader", DEFAULT_BRANCH: "main" });
  expect(await runStep("look", step, place, env)).toMatchObject({ code: 0, out: "", err: "" });
  expect(existsSync(join(place, "series.jsonl"))).toBe(false);
  scene.acme.addArtifact(artifact("old\n", "main"));
  scene.acme.addArtifact(artifact("newest\n", "main"));
  for (let count = 1; count <= 120; count++) scene.acme.addArtifact({ ...artifactOf(count), headBranch: "evil" });
  expect(await runStep("look", step, place, env)).toEqual({ code: 0, out: "series.zip: OK\n", err: "" });
  expect(readFileSync(join(place, "series.jsonl"), "utf8")).toBe("newest\n");
});

function artifactOf(count: number) {
  return { name: "drift-series", zip: Buffer.from(`${count}`), runId: count, headSha: "1".repeat(40) };
}
