import { afterAll, expect, test } from "@jest/globals";
import { defaultConfig } from "@schema-gate/contract";
import { directorySides } from "../sides/directory-side.js";
import { aView, snapshotFiles } from "../testing/snapshots.js";
import { removeTemporaryDirectories, temporaryDirectory } from "../testing/temporary-directory.js";
import { refusal, usage } from "../testing/user-errors.js";
import { judge } from "./judge.js";

afterAll(removeTemporaryDirectories);

const file = "schemas/awsdatacatalog/dev_prod_live/evergreen_tasks_v1.yaml";
const columns = ["task_id varchar", "updated_at timestamp(3)", "inserted_at timestamp(3)", "xformed_at timestamp(3)"];
const view = (...all: readonly string[]) => aView("evergreen_tasks_v1", all);
const other = aView("evergreen_hosts_v1", columns);
const contract = (more = "") => `apiVersion: v3.1.0
kind: DataContract
id: evergreen-tasks
version: 1.0.0
status: active
servers:
  - { server: trino, type: trino, host: trino.example.com, port: 443, catalog: awsdatacatalog, schema: dev_prod_live }
schema:
  - name: evergreen_tasks
    physicalName: evergreen_tasks_v1
    properties:
${columns.map((column) => `      - { name: ${column.split(" ")[0]}, physicalType: ${column.split(" ")[1]} }`).join("\n")}
${more}`;
const team = "team: { name: Evergreen }\n";

type Files = Readonly<Record<string, string>>;

async function found(before: Files, after: Files) {
  const below = (folder: string, files: Files) =>
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
  const sides = directorySides(
    "before",
    "after",
    temporaryDirectory({ ...below("before", before), ...below("after", after) }),
  );
  const given = { policyCommit: null, waivers: [], asOf: "2026-11-22", planned: false, failOn: null } as const;
  const report = await judge({
    ...given,
    ...sides,
    config: defaultConfig,
    mode: "check",
  });
  return report.findings.map(({ rule, path, location }) => [rule, path, location?.file.replace(/.*\//, "")]);
}

const both = (yaml: string, ...all: readonly string[]) => ({ ...snapshotFiles([view(...all)]), [file]: yaml });

test("a view that fell short before is not found to do so again because something else in it changed", async () => {
  const short = columns.slice(0, 2);
  expect(await found(snapshotFiles([view(...short)]), snapshotFiles([view(...short, "host varchar")]))).toEqual([
    ["column-added", "host", "evergreen_tasks_v1.json"],
  ]);
});

test("what goes from a view is found once, as what it does to readers", async () => {
  const [, , ...rest] = columns;
  expect(await found(snapshotFiles([view(...columns)]), snapshotFiles([view("task_id varchar", ...rest)]))).toEqual([
    ["column-removed", "updated_at", "evergreen_tasks_v1.json"],
  ]);
  expect(await found(both(contract(team), ...columns), both(contract(), ...columns))).toEqual([
    ["owner-removed", "@owner", "evergreen_tasks_v1.yaml"],
  ]);
});

test("writing a contract with blanks brings in none of what it leaves unsaid", async () => {
  expect(await found(snapshotFiles([view(...columns)]), both(contract(), ...columns))).toEqual([
    ["promise-stated", "@contract", "evergreen_tasks_v1.yaml"],
  ]);
});

test("a promise beyond the guidance is found where it is made", async () => {
  const use = "customProperties:\n  - { property: use, value: human-scale }\n";
  const late = "slaProperties:\n  - { property: latency, value: 2, unit: h, element: evergreen_tasks.updated_at }\n";
  expect(await found(both(contract(team + use), ...columns), both(contract(team + use + late), ...columns))).toEqual([
    ["promise-stated", "@latency(updated_at)", "evergreen_tasks_v1.yaml"],
    ["latency-exceeded", "@latency(updated_at)", "evergreen_tasks_v1.yaml"],
  ]);
});

test("a definition that starts to read an operational database is found, one that did so before is not", async () => {
  const reading = (table: string) => snapshotFiles([{ ...view(...columns), definition: `SELECT * FROM ${table}` }]);
  const landing = "awsdatacatalog.evergreen_landing.tasks";
  expect(await found(reading(landing), reading("evergreen_atlas.evergreen.tasks"))).toEqual([
    ["source-changed", "@definition.from", "evergreen_tasks_v1.json"],
    ["operational-catalog-read", "@definition(evergreen_atlas.evergreen.tasks)", "evergreen_tasks_v1.json"],
  ]);
  const twice = "evergreen_atlas.evergreen.tasks AS t JOIN evergreen_atlas.evergreen.tasks AS o ON o.id = t.id";
  const again = await found(reading("evergreen_atlas.evergreen.tasks"), reading(twice));
  expect(again.filter(([rule]) => rule === "operational-catalog-read")).toEqual([]);
});

test("the SQL a contract names is read from its own side", async () => {
  const named = contract("customProperties:\n  - { property: sql, value: src/tasks.sql }\n");
  const sql = { "src/tasks.sql": "SELECT * FROM evergreen_atlas.evergreen.tasks" };
  const before = both(contract(), ...columns);
  expect(await found(before, { ...both(named, ...columns), ...sql })).toEqual([
    ["promise-stated", "@sql", "evergreen_tasks_v1.yaml"],
    ["operational-catalog-read", "@sql(evergreen_atlas.evergreen.tasks)", "evergreen_tasks_v1.yaml"],
  ]);
  // It may stand in a repository of its own.
  expect(await found({ ...before, ...sql }, both(named, ...columns))).toEqual([
    ["promise-stated", "@sql", "evergreen_tasks_v1.yaml"],
  ]);
  const outside = named.replace("src/tasks.sql", "../../etc/passwd");
  expect(await refusal(() => found(before, both(outside, ...columns)))).toEqual(
    usage(
      "The sql of the contract of awsdatacatalog.dev_prod_live.evergreen_tasks_v1, ../../etc/passwd, leads out of the repository; name a file in it.",
    ),
  );
});

test("a new view among others brings in all it falls short of; adopted ones bring in nothing", async () => {
  const fresh = aView("tasks", ["task_id varchar"]);
  const hosts = { ...snapshotFiles([other]), "schemas/.keep": "" };
  expect(await found(hosts, { ...snapshotFiles([other, fresh]), "schemas/.keep": "" })).toEqual([
    ["view-added", "", "tasks.json"],
    ["view-misnamed", "", "tasks.json"],
    ["contract-unwritten", "@contract", "tasks.json"],
    ["audit-column-omitted", "inserted_at", "tasks.json"],
    ["audit-column-omitted", "updated_at", "tasks.json"],
    ["audit-column-omitted", "xformed_at", "tasks.json"],
  ]);
  expect(await found({ "schemas/.keep": "" }, { ...snapshotFiles([fresh]), "schemas/.keep": "" })).toEqual([
    ["view-added", "", "tasks.json"],
  ]);
});
