import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "@jest/globals";
import { lintWorkflow } from "@schema-gate/testing/workflows";
import { Scene } from "../scene.js";
import { run } from "./step.js";
import { permissionsOf, readWorkflow, stepsOf } from "./workflow-file.js";

const folder = fileURLToPath(new URL("../../../../.github/workflows/", import.meta.url));
const files = readdirSync(folder).sort();
const text = (file: string) => readFileSync(join(folder, file), "utf8");
const workflow = (file: string) => readWorkflow(text(file));

const made: string[] = [];
afterEach(() => {
  for (const name of made.splice(0)) rmSync(name, { recursive: true });
});

function temporary(): string {
  const name = mkdtempSync(join(tmpdir(), "workflow-"));
  made.push(name);
  return name;
}

/** Runs the script of a step as a runner does: written to a file, by bash that stops at the first failure. */
function runScript(script: string | undefined, env: NodeJS.ProcessEnv, cwd = temporary()) {
  const file = join(temporary(), "script.sh");
  writeFileSync(file, script ?? "exit 99");
  const clean = { PATH: process.env.PATH, HOME: temporary(), GIT_CONFIG_NOSYSTEM: "1", ...env };
  return run("bash", ["--noprofile", "--norc", "-e", "-o", "pipefail", file], clean, cwd);
}

test.each(files)("actionlint finds nothing wrong with %s", async (file) => {
  expect(await lintWorkflow(text(file), `.github/workflows/${file}`)).toEqual([]);
});

test("nothing is allowed but what each job needs", () => {
  const allowed = files.map((file) => [file, workflow(file).permissions, ...permissionsOf(workflow(file))]);
  expect(allowed).toEqual([
    ["ci.yml", {}, "test: contents=read"],
    [
      "nightly-drift.yml",
      {},
      "look: actions=read contents=read",
      "tell: contents=write issues=write pull-requests=write",
    ],
    ["release.yml", {}, "release: contents=write"],
    ["schema-gate-reviews.yml", {}, "tell:"],
    ["schema-gate.yml", {}, "judge: checks=write contents=read pull-requests=write"],
  ]);
});

test.each(files)("what %s uses is pinned by commit, and its scripts hold no expressions", (file) => {
  const used = [...text(file).matchAll(/uses: (.*)/g)].map(([, what]) => what);
  expect(
    used.filter((what) => what !== "./" && !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(what ?? "")),
  ).toEqual([]);
  expect(stepsOf(workflow(file)).filter((step) => step.run?.includes("${{"))).toEqual([]);
});

test("one action has one pin everywhere", () => {
  const used = files.flatMap((file) => [...text(file).matchAll(/uses: (\S+)@(.*)/g)]);
  const pins = new Map<string | undefined, Set<string | undefined>>();
  for (const [, name, pin] of used) pins.set(name, (pins.get(name) ?? new Set()).add(pin));
  expect([...pins].filter(([, all]) => all.size > 1)).toEqual([]);
});

test("no job is called like the check, which would make it one", () => {
  const names = files.flatMap((file) => Object.entries(workflow(file).jobs).map(([id, { name }]) => name ?? id));
  expect(names.filter((name) => /schema.?gate/i.test(name))).toEqual([]);
});

test("the judging workflow checks out the default branch alone, builds it and runs it", () => {
  const { on, jobs } = workflow("schema-gate.yml");
  expect(Object.keys(on)).toEqual([
    "pull_request_target",
    "workflow_run",
    "push",
    "merge_group",
    "schedule",
    "workflow_dispatch",
  ]);
  expect(on.workflow_run).toEqual({ workflows: [workflow("schema-gate-reviews.yml").name], types: ["completed"] });
  expect(jobs.judge?.steps.map(({ uses, run: script, with: given }) => [uses?.split("@")[0] ?? script, given])).toEqual(
    [
      ["actions/checkout", { ref: "$" + "{{ github.event.repository.default_branch }}", "persist-credentials": false }],
      ["actions/setup-node", { "node-version": "24", "package-manager-cache": false }],
      ["npx --yes pnpm@10.34.9 install --frozen-lockfile", {}],
      ["npx --yes pnpm@10.34.9 build", {}],
      ["./", {}],
    ],
  );
});

test("what pnpm is asked for in workflows is there", () => {
  const { scripts } = JSON.parse(readFileSync(join(folder, "../../package.json"), "utf8"));
  const asked = files.flatMap((file) =>
    stepsOf(workflow(file)).flatMap(
      ({ run: script }) => /^npx --yes pnpm@10\.34\.9 (\S+)/.exec(script ?? "")?.[1] ?? [],
    ),
  );
  expect(asked.filter((name) => name !== "install" && !(name in scripts))).toEqual([]);
});

test("the run that tells of a review runs as it is written", async () => {
  const [step] = stepsOf(workflow("schema-gate-reviews.yml"));
  expect(await runScript(step?.run, {})).toEqual({ code: 0, log: "Schema Gate judges this pull request again.\n" });
});

test.each([
  ["0.2.0", 0],
  ["10.20.30", 0],
  ["v0.2.0", 1],
  ["0.2", 1],
  ["0.2.0; curl example.com", 1],
  ["0.2.0\n", 1],
  ["01.2.0", 1],
])("%j is a version: exit %d", async (version, code) => {
  const [step] = stepsOf(workflow("release.yml"));
  expect(await runScript(step?.run, { VERSION: version })).toEqual({ code, log: "" });
});

test("a release is a commit on top of main with the built action, tagged once", async () => {
  const scene = await Scene.start();
  try {
    const { url } = scene.github;
    scene.github.addToken("releasing", { job: "acme/views", permissions: { contents: "write" } });
    const scripts = stepsOf(workflow("release.yml"))
      .slice(-2)
      .map((step) => step.run);
    const release = async (built: string) => {
      const clone = temporary();
      await run(
        "git",
        ["clone", "--quiet", "--no-tags", scene.bare.directory, clone],
        { PATH: process.env.PATH },
        clone,
      );
      writeFileSync(join(clone, ".gitignore"), "dist/\n");
      mkdirSync(join(clone, "dist"));
      writeFileSync(join(clone, "dist/action.js"), built);
      const env = { VERSION: "0.2.0", GH_TOKEN: "releasing", GITHUB_SERVER_URL: url, GITHUB_REPOSITORY: "acme/views" };
      const runs = [];
      for (const script of scripts) runs.push(await runScript(script, env, clone));
      return runs.map(({ code }) => code);
    };
    expect(await release("built")).toEqual([0, 0]);
    expect(scene.bare.git("show", "v0.2.0:dist/action.js")).toBe("built");
    expect(scene.bare.git("rev-parse", "v0.2.0^", "main")).toBe(`${scene.root}\n${scene.root}`);
    expect(scene.bare.git("log", "-1", "--format=%an: %s", "v0.2.0")).toBe("github-actions[bot]: Release 0.2.0");
    const tag = scene.bare.git("rev-parse", "v0.2.0");
    expect(await release("built otherwise")).toEqual([0, 1]);
    expect(scene.bare.git("rev-parse", "v0.2.0")).toBe(tag);
  } finally {
    await scene.end();
  }
});
