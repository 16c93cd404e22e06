import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import { parseConfig } from "@schema-gate/contract";
import { renderJson } from "@schema-gate/report";
import { lintWorkflow } from "@schema-gate/testing/workflows";
import { config, DriftScene, snapshots } from "./drift-scene.js";
import { liveReport, view } from "./live-report.js";
import { root, runBash, workflowFile, workflowJobs, workflowText } from "./workflow-steps.js";

/** A report of a day to come is refused. */
const today = new Date().toISOString().slice(0, 10);

const page = readFileSync(join(root, "docs/nightly.md"), "utf8");

/** The fenced blocks of the page, in order. */
const blocks = [...page.matchAll(/^( *)```(\w*)\n([\s\S]*?)^ *```$/gm)].map(([, indent = "", language, text = ""]) => ({
  language,
  text: text.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
}));
const [configuration, checkout, byHand, printed] = blocks.map(({ text }) => text);

let scene: DriftScene | null = null;
afterEach(() => scene?.end());

test("these are the blocks that are tried below", () => {
  expect(blocks.map(({ language }) => language)).toEqual(["yaml", "yaml", "sh", ""]);
});

test("the configuration is one", () => {
  const { profiles } = parseConfig(configuration ?? "", "schema-gate.yaml");
  expect(Object.keys(profiles)).toEqual(["production"]);
  expect(profiles.production?.auth).toEqual({ kind: "basic", userEnv: null, passwordEnv: "TRINO_PASSWORD" });
  expect(JSON.stringify(workflowJobs().look)).toContain("secrets.TRINO_PASSWORD");
});

test("the workflow is in order in a repository of one's own too", async () => {
  const build = "      - name: Build Schema Gate\n";
  const own = workflowText()
    .replace("\n  TOOL: .\n", "\n  TOOL: schema-gate-tool\n")
    .replaceAll(build, `${checkout}${build}`);
  expect(own.split("path: schema-gate-tool")).toHaveLength(3);
  expect(own.match(/^ {2}TOOL: schema-gate-tool$/gm)).toHaveLength(1);
  expect(await lintWorkflow(own, workflowFile)).toEqual([]);
});

test("what is done by hand prints what the page says", async () => {
  const column = {
    ...view("v__evergreen__finished_tasks__v1", "id varchar", "state varchar"),
    catalog: "awsdatacatalog",
  };
  const broken = { ...column, columns: column.columns.slice(0, 1) };
  scene = await DriftScene.start({
    ...snapshots(column, view("always_v1", "id varchar")),
    "schema-gate.yaml": config.replace("catalog: a,", "catalog: awsdatacatalog,"),
  });
  const place = join(scene.folder, "checkout");
  mkdirSync(join(place, "bin"), { recursive: true });
  symlinkSync(join(root, "packages/bot/bin/schema-gate.js"), join(place, "bin/schema-gate"));
  const always = view("always_v1", "id varchar");
  cpSync(scene.observed(always, broken), join(place, "observed.json"));
  writeFileSync(join(place, "drift.json"), renderJson(await liveReport([column], [broken], today)));
  // What asks Trino is tried on a real one elsewhere.
  const script = (byHand ?? "")
    .split("\n")
    .filter((line) => /^schema-gate /.test(line))
    .join("\n");
  const env = {
    PATH: `${join(place, "bin")}:${process.env.PATH}`,
    GITHUB_TOKEN: "ada",
    GITHUB_API_URL: scene.github.url,
  };
  expect(await runBash(script, place, { ...env, SCHEMA_GATE_SECOND_MS: "1" })).toEqual({
    code: 0,
    out: printed,
    err: "",
  });
  expect((await scene.issues()).map((line) => line.split(" [")[0])).toEqual(["#1 ada open"]);
});
