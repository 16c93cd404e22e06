import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { lintWorkflow } from "@schema-gate/testing/workflows";
import { type Built, buildPrograms } from "../action/build.js";
import { block, blocks } from "./page.js";
import { runWorkflow, type Trigger } from "./run-workflow.js";
import { privateKey, World } from "./world.js";

let built: Built;
beforeAll(async () => {
  built = await buildPrograms();
});
afterAll(() => built.remove());

let world: World;
afterEach(() => world.end());

const [guard, action, app, required, works, print, own] = [
  "1. Something to guard",
  "2a. As an action",
  "2b. As an app",
  "3. Require it",
  "4. See it work",
  "First without any right",
  "As an app of your own",
] as const;

/** Pastes a block of the page; nothing of it may fail. Gives what is shown. */
async function paste(heading: string, place = 0): Promise<string> {
  const { shown, failed } = await world.shell.paste(block(heading, place));
  if (failed > 0) throw new Error(`${failed} commands of a block under "${heading}" failed:\n${shown}`);
  return shown;
}

const file = (name: string, revision = "main") => `${world.viewsGit.git("show", `${revision}:${name}`)}\n`;
const judging = ".github/workflows/schema-gate.yml";
const reviews = ".github/workflows/schema-gate-reviews.yml";
const inShell = (name: string) => readFileSync(join(world.shell.folder, "views", name), "utf8");

/** Runs a workflow as it stands on `main`. */
const runOnMain = (name: string, trigger: Trigger) => runWorkflow(world, file(name), trigger);

/** What GitHub tells of the one pull request, as if `action` had just been done to it. */
async function told(action: string): Promise<Trigger> {
  const { payload } = await world.views.reopenPullRequest({ number: 1 });
  return { event: "pull_request_target", payload: { ...payload, action } };
}

const head = () => world.viewsGit.git("rev-parse", "remove-status");
const checks = () =>
  world.views.checksOn(head()).map(({ app: by, name, conclusion }) => `${by}: ${name}: ${conclusion}`);
const comments = () => world.views.commentsOn(1).map(({ author, body }) => `${author}: ${body.split("\n")[1]}`);
const failed = `"conclusion":"failure"\n"title":"Block: 1 blocking finding"\n`;
const refused = /curl: \(22\) .*405|Required status check "schema-gate" is expected/;
const merged = /"merged":true/;

test("every block is bash, and pasted by a test below", () => {
  world = { end: async () => undefined } as World;
  expect(blocks.map(({ language, heading }) => [language, heading])).toEqual([
    ["bash", ""],
    ["bash", guard],
    ["bash", action],
    ["bash", app],
    ["bash", app],
    ["bash", required],
    ["bash", works],
    ["bash", works],
    ["bash", works],
    ["bash", works],
    ["bash", print],
    ["bash", own],
  ]);
});

test("from nothing to a required check by the action", async () => {
  world = await World.start(built.action);
  for (const heading of ["", guard, action, required, works]) await paste(heading);
  for (const name of [judging, reviews]) expect(await lintWorkflow(file(name), name)).toEqual([]);

  expect(await runOnMain(judging, await told("opened"))).toMatchObject([{ code: 0, outputs: { verdict: "block" } }]);
  expect(checks()).toEqual(["github-actions: schema-gate: failure"]);
  expect(comments()).toEqual(["github-actions[bot]: ## Schema Gate: block, 1 blocking finding"]);
  const seen = await paste(works, 1);
  expect(seen.startsWith(failed)).toBe(true);
  expect(seen).toMatch(refused);

  await paste(works, 2);
  await runOnMain(judging, await told("synchronize"));
  await world.views.submitReview({ number: 1, by: "grace", state: "APPROVED" });
  const payload = { action: "submitted", pull_request: { number: 1 } };
  expect(await runOnMain(reviews, { event: "pull_request_review", payload })).toMatchObject([
    { code: 0, log: "Schema Gate judges this pull request again.\n" },
  ]);
  const ended = { name: "Schema Gate reviews", path: reviews, event: "pull_request_review" };
  const after = await world.views.endRun({ ...ended, headSha: head(), headBranch: "remove-status", by: "grace" });
  expect(await runOnMain(judging, after)).toMatchObject([{ code: 0, outputs: { verdict: "warn", judged: "1" } }]);
  expect(checks()).toEqual(["github-actions: schema-gate: neutral"]);
  expect(comments()).toEqual(["github-actions[bot]: ## Schema Gate: warn, 0 blocking findings"]);
  expect(await paste(works, 3)).toMatch(merged);
});

test("from nothing to a required check by the app", async () => {
  const folder = mkdtempSync(join(tmpdir(), "app-"));
  const secret = "a secret of the webhook";
  const port = await freePort();
  writeFileSync(join(folder, "key.pem"), privateKey);
  world = await World.start(built.action, {
    SCHEMA_GATE_APP_ID: "7",
    SCHEMA_GATE_WEBHOOK_SECRET: secret,
    SCHEMA_GATE_PRIVATE_KEY_FILE: join(folder, "key.pem"),
    SCHEMA_GATE_PORT: `${port}`,
    SCHEMA_GATE_SECOND_MS: "1",
  });
  try {
    world.github.setHook(7, { url: `http://127.0.0.1:${port}/webhooks`, secret });
    for (const [heading, place] of [
      ["", 0],
      [guard, 0],
      [app, 0],
      [app, 1],
      [required, 0],
      [works, 0],
    ] as const)
      await paste(heading, place);
    const deliver = async (done: string) => {
      const { event, payload } = { ...(await told(done)), event: "pull_request" };
      expect(await world.github.deliver(7, { guid: `${done}-1`, event, payload })).toBe(202);
      await idle(port);
    };
    await deliver("opened");
    expect(checks()).toEqual(["our-gate: schema-gate: failure"]);
    const seen = await paste(works, 1);
    expect(seen.startsWith(failed)).toBe(true);
    expect(seen).toMatch(refused);
    await paste(works, 2);
    await deliver("synchronize");
    expect(checks()).toEqual(["our-gate: schema-gate: neutral"]);
    expect(comments()).toEqual(["our-gate[bot]: ## Schema Gate: warn, 0 blocking findings"]);
    expect(await paste(works, 3)).toMatch(merged);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("printed without any right, and concluded as an app of one's own", async () => {
  world = await World.start(built.action);
  for (const heading of ["", guard, action]) await paste(heading);
  for (const heading of [print, own]) await paste(heading);
  const [printing, concluding] = [inShell(".github/workflows/schema-gate-print.yml"), inShell(judging)];
  for (const text of [printing, concluding]) expect(await lintWorkflow(text, judging)).toEqual([]);
  await paste(works);
  const { payload } = await told("opened");
  const written = world.github.requests.length;
  expect(await runWorkflow(world, printing, { event: "pull_request", payload })).toMatchObject([
    { code: 1, outputs: { verdict: "block" } },
  ]);
  expect(
    world.github.requests.slice(written).filter(({ method, identity }) => method !== "GET" && identity !== "git"),
  ).toEqual([]);
  const settings = { "vars.SCHEMA_GATE_APP_ID": "7", "secrets.SCHEMA_GATE_PRIVATE_KEY": privateKey };
  const trigger = { event: "pull_request_target", payload, settings };
  expect(await runWorkflow(world, concluding, trigger)).toMatchObject([{ code: 0, outputs: { verdict: "block" } }]);
  expect(checks()).toEqual(["our-gate: schema-gate: failure"]);
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** Waits until the app has done all it was told of. */
async function idle(port: number): Promise<void> {
  for (;;) {
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    if (/^schema_gate_pending_jobs 0$/m.test(text)) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
