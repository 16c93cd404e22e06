import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { runSql } from "@schema-gate/sandbox";
import { onEachTrino } from "@schema-gate/testing";
import { DriftScene, privateKey } from "./drift-scene.js";
import { root, runBash, runStep } from "./workflow-steps.js";

const contract = (schema: string) => `apiVersion: v3.1.0
kind: DataContract
id: tasks
version: 1.0.0
status: active
servers: [{ server: trino, type: trino, host: h, port: 443, catalog: awsdatacatalog, schema: ${schema} }]
schema:
  - name: tasks
    physicalName: tasks_v1
    properties:
      - { name: id, physicalType: varchar }   # of the execution
`;

onEachTrino(({ version, url }) => {
  const schema = `nightly_${version}`;
  let scene: DriftScene;
  let place: string;

  beforeAll(async () => {
    await sql(`CREATE SCHEMA awsdatacatalog.${schema}`);
    await publish("tasks_v1", "CAST('a' AS varchar) AS id");
    await publish("builds_v1", "CAST('a' AS varchar) AS id, 1 AS number");
    const profile = { server: url, catalog: "awsdatacatalog", schemas: [schema], user: "schema-gate" };
    const config = JSON.stringify({ formatVersion: 1, publicSchemas: [schema], profiles: { production: profile } });
    const contractFile = `schemas/awsdatacatalog/${schema}/tasks_v1.yaml`;
    scene = await DriftScene.start({ "schema-gate.yaml": config, [contractFile]: contract(schema) });
    place = join(scene.folder, "checkout");
    mkdirSync(place);
    symlinkSync(join(root, "packages"), join(place, "packages"));
    checkOut();
    const taken = await runBash("node packages/cli/dist/schema-diff.js snapshot production", place, {});
    expect(taken.code).toBe(0);
    scene.bare.commit({ branch: "main", files: filesBelow(place, "snapshots") });
  }, 120_000);

  afterAll(async () => {
    await scene.end();
    await sql(`DROP SCHEMA awsdatacatalog.${schema} CASCADE`);
  });

  const sql = (statement: string) => runSql(url, statement);
  const publish = (name: string, columns: string) =>
    sql(`CREATE OR REPLACE VIEW awsdatacatalog.${schema}.${name} AS SELECT ${columns}`);

  /** The files of main as a checkout has them. */
  function checkOut(): void {
    for (const path of scene.bare.git("ls-tree", "-r", "--name-only", "main").split("\n")) {
      mkdirSync(join(place, path, ".."), { recursive: true });
      writeFileSync(join(place, path), scene.read("main", path));
    }
  }

  /** Both jobs, step by step as they are written; gives how the first ended and what the second printed. */
  async function night(): Promise<{ readonly status: string | undefined; readonly told: readonly string[] }> {
    for (const left of ["night", "night.tar", "observed.json", "outputs"])
      rmSync(join(place, left), { recursive: true, force: true });
    const outputs = join(place, "outputs");
    const repository = { GITHUB_API_URL: scene.github.url, GITHUB_REPOSITORY: "acme/views", GITHUB_TOKEN: "job" };
    const app = { SCHEMA_GATE_APP_ID: "7", SCHEMA_GATE_PRIVATE_KEY: privateKey, SCHEMA_GATE_SECOND_MS: "1" };
    const base = { TOOL: ".", GITHUB_OUTPUT: outputs, PROFILE: "production", ...repository, ...app };
    const step = async (job: string, name: string, env: Readonly<Record<string, string>> = {}) => {
      const ran = await runStep(job, name, place, { ...base, ...env });
      if (ran.code !== 0) throw new Error(`${name} ended with ${ran.code}:\n${ran.err}`);
      return ran.out;
    };
    await step("look", "Look at live Trino", { TRINO_PASSWORD: "" });
    await step("look", "Pack what was found");
    const set = Object.fromEntries(
      readFileSync(outputs, "utf8")
        .split("\n")
        .map((line) => line.split("=")),
    );
    await step("tell", "Unpack what was found", { DIGEST: set.digest });
    const told = await step("tell", "Tell GitHub");
    return { status: set.status, told: told.trimEnd().split("\n") };
  }

  /** The two files as `schema-diff snapshot` would write them now, in a folder of its own. */
  async function asSnapshotTaken(shown: string): Promise<Record<string, string>> {
    const other = join(scene.folder, "other");
    cpSync(place, other, { recursive: true, verbatimSymlinks: true });
    const taken = await runBash("node packages/cli/dist/schema-diff.js snapshot production", other, {});
    expect(taken.code).toBe(0);
    const files = [`${shown}.json`, `${shown}.history.jsonl`];
    return Object.fromEntries(files.map((path) => [path, readFileSync(join(other, path), "utf8")]));
  }

  test("a night finds what broke and what was added, tells it, and the next finds it mended and merged", async () => {
    expect(await night()).toEqual({ status: "0", told: ["no additive drift", "No issue had to be changed."] });

    await publish("tasks_v1", "CAST('a' AS varchar) AS id, DATE '2026-11-22' AS day");
    await publish("builds_v1", "CAST('a' AS varchar) AS id");
    const name = (view: string) => `Schema drift of awsdatacatalog.${schema}.${view}`;
    expect(await night()).toEqual({
      status: "1",
      told: [
        `open an issue: ${name("builds_v1")} (breaking)`,
        `open an issue: ${name("tasks_v1")} (additive)`,
        "pull request #3 holds the additive drift",
      ],
    });
    const branch = "schema-gate/drift";
    const shown = `snapshots/awsdatacatalog/${schema}/tasks_v1`;
    expect(scene.changes(branch)).toEqual({
      ...(await asSnapshotTaken(shown)),
      [`schemas/awsdatacatalog/${schema}/tasks_v1.yaml`]: `${contract(schema)}      - name: day\n        physicalType: date\n`,
    });
    expect(readFileSync(join(place, "series.jsonl"), "utf8").split("\n").filter(Boolean)).toHaveLength(2);

    await scene.acme.mergePullRequest({ number: 3, by: "ada" });
    await publish("builds_v1", "CAST('a' AS varchar) AS id, 1 AS number");
    checkOut();
    expect(await night()).toEqual({
      status: "0",
      told: [
        `close issue #1: ${name("builds_v1")} (breaking)`,
        `close issue #2: ${name("tasks_v1")} (additive)`,
        "no additive drift",
      ],
    });
    expect((await scene.issues()).map((line) => line.split(" [")[0])).toEqual([
      "#1 schema-gate[bot] closed completed",
      "#2 schema-gate[bot] closed completed",
    ]);
    expect([scene.hasBranch(branch), existsSync(join(place, "observed.json"))]).toEqual([false, true]);
  }, 300_000);
});

function filesBelow(place: string, folder: string): Record<string, string> {
  const paths = readdirSync(join(place, folder), { recursive: true, withFileTypes: true });
  const files = paths.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
  return Object.fromEntries(files.map((file) => [file.slice(place.length + 1), readFileSync(file, "utf8")]));
}
