import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import { draftTopics, loadContractReader, parseSnapshotText } from "@schema-gate/contract";
import { golden } from "@schema-gate/testing";
import { runAnswering, runCli, temporaryFolder } from "./run-cli.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const place = "awsdatacatalog/dev_prod_live";
const costs = "v__evergreen__aws_task_costs__v1";
const names = readdirSync(join(root, "snapshots", place))
  .filter((file) => file.endsWith(".json"))
  .map((file) => file.replace(/\.json$/, ""));

/** A folder with this repository's own snapshots, and its contracts or its configuration where asked for. */
function folderWith(...also: readonly ("schemas" | "schema-gate.yaml")[]): string {
  const folder = temporaryFolder();
  for (const name of ["snapshots", ...also]) cpSync(join(root, name), join(folder, name), { recursive: true });
  return folder;
}

const textOf = (folder: string, name: string) => readFileSync(join(folder, `schemas/${place}/${name}.yaml`), "utf8");
const read = async (folder: string, name: string) =>
  (await loadContractReader())(textOf(folder, name), `schemas/${place}/${name}.yaml`).contract;

test.each(names)(
  "the contract of %s is valid, agrees with the snapshot, and passes the gate's comparison",
  async (name) => {
    const folder = folderWith("schema-gate.yaml");
    const { code, out, err } = await runCli(folder, "init", name);
    expect([code, err]).toEqual([0, ""]);
    const lines = out.trimEnd().split("\n");
    expect(lines[0]).toBe(`written    schemas/${place}/${name}.yaml`);
    const blanks = lines.slice(1).map((line) => /^blank {6}(\w+): /.exec(line)?.[1]);
    expect(blanks).toEqual(draftTopics.filter((topic) => topic !== "host" && topic !== "project"));
    const inFile = [...textOf(folder, name).matchAll(/# Blank: (\w+), /g)].map((match) => match[1]);
    expect(inFile.sort()).toEqual([...blanks].sort());
    const snapshot = parseSnapshotText(readFileSync(join(folder, `snapshots/${place}/${name}.json`), "utf8"), name);
    const { columns, comment, kind, catalog, schema, promises } = await read(folder, name);
    expect([columns, comment, kind, catalog, schema]).toEqual([
      snapshot.columns,
      snapshot.comment,
      snapshot.kind,
      "awsdatacatalog",
      "dev_prod_live",
    ]);
    expect([promises.status, promises.version, promises.family]).toEqual([
      "active",
      "1.0.0",
      name.replace(/__v1$/, ""),
    ]);
    const before = folderWith("schema-gate.yaml");
    const compared = await runCli(folder, "diff", before, ".", "--format", "json");
    const { findings } = JSON.parse(compared.out);
    expect(findings.filter(({ action }: { action: string }) => action !== "allow")).toEqual([]);
  },
);

test("without a server to be found the host is a blank too, and the contract is refused for that alone", async () => {
  const folder = folderWith();
  const { out } = await runCli(folder, "init", costs);
  expect(out.split("\n")[1]).toBe("blank      host: the host of the Trino server it is published at");
  await expect(read(folder, costs)).rejects.toThrow(
    /^schemas\/awsdatacatalog\/dev_prod_live\/v__evergreen__aws_task_costs__v1\.yaml:7:5: servers\[0\]\.host: is missing; ODCS requires it$/,
  );
  const file = join(folder, `schemas/${place}/${costs}.yaml`);
  writeFileSync(file, textOf(folder, costs).replace("# host:", "host:"));
  expect((await read(folder, costs)).name).toBe(costs);
});

test("every blank may be filled by taking its comment away", async () => {
  const folder = folderWith("schema-gate.yaml");
  await runCli(folder, "init", costs);
  const filled = textOf(folder, costs)
    .split("\n")
    .filter((line) => !/# Blank:/.test(line))
    .map((line) => line.replace("# ", ""));
  writeFileSync(join(folder, `schemas/${place}/${costs}.yaml`), filled.join("\n"));
  const { promises } = await read(folder, costs);
  expect({
    owner: promises.owner,
    support: promises.support.map(({ channel }) => channel),
    documentation: promises.documentation.length,
    granularity: promises.granularity,
    grain: promises.grain?.columns,
    sla: [promises.latency, promises.frequency, promises.retention].map((rows) => rows.map(({ text }) => text)),
    own: [promises.deletionMode, promises.use, promises.project, promises.evergreen, promises.filling.job],
    stakeholders: promises.stakeholders.map(({ team }) => team),
  }).toEqual({
    owner: "Evergreen",
    support: ["#evergreen-users"],
    documentation: 1,
    granularity: "One row per task execution.",
    grain: ["task_id"],
    sla: [["3 h"], ["0 * * * *"], ["unlimited"]],
    own: ["none", "analytical", "evergreen", true, "evergreen_tasks"],
    stakeholders: ["Build Baron", "Cloud Finance"],
  });
});

test("a person is asked for what Trino cannot know alone, again until the answer is right", async () => {
  const folder = folderWith("schemas");
  rmSync(join(folder, `schemas/${place}/${costs}.yaml`));
  const answers: Record<string, string[]> = {
    owner: ["Evergreen: the team"],
    contact: ["#evergreen"],
    documentation: ["ask me", "https://alation.example.com/1"],
    granularity: [""],
    grain: ["task_id, executions", "TASK_ID, execution"],
    latency: ["3 m", "1 business day"],
    frequency: ["0 7 * * *"],
    retention: ["13 months"],
    deletionMode: ["none"],
    use: ["report"],
    evergreen: ["of course", "no"],
    job: ["true"],
    stakeholders: ["Build Baron, Cloud Finance"],
  };
  const answer = (question: string) => answers[question.split(":")[0] ?? ""]?.shift() ?? "";
  const { code, out, err } = await runAnswering(folder, answer, "init", costs);
  expect([code, err.split("\n").length, Object.values(answers).flat()]).toEqual([0, 6, []]);
  expect(out).toBe(`written    schemas/${place}/${costs}.yaml\nblank      granularity: what one row stands for\n`);
  const text = textOf(folder, costs);
  expect(text).toBe(golden(new URL("golden/init-answered.txt", import.meta.url), text));
  const { promises } = await read(folder, costs);
  expect([promises.owner, promises.grain, promises.evergreen, promises.filling.job]).toEqual([
    "Evergreen: the team",
    { columns: ["task_id", "execution"] },
    false,
    "true",
  ]);
});

test("a contract that is there is never overwritten", async () => {
  const folder = folderWith("schemas");
  const before = textOf(folder, costs);
  const file = `schemas/${place}/${costs}.yaml`;
  expect(await runCli(folder, "init", costs)).toEqual({
    code: 2,
    out: "",
    err: `schema-diff: ${file} is there already; edit it, or bump the view.\n`,
  });
  expect(textOf(folder, costs)).toBe(before);
});
