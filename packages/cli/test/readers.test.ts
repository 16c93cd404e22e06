import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "@jest/globals";
import { parseSnapshotText, printSnapshot } from "@schema-gate/contract";
import { runCli, temporaryFolder } from "./run-cli.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const place = "awsdatacatalog/dev_prod_live";
const costs = "v__evergreen__aws_task_costs__v1";
const label = `awsdatacatalog.dev_prod_live.${costs}`;

let folder = "";
const write = (file: string, text: string) => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
};

/** A copy of a snapshot under another name, in this schema or another one, with another definition. */
function writeView(name: string, schema: string, definition: string): void {
  const file = `snapshots/${place}/${costs}.json`;
  const view = parseSnapshotText(readFileSync(join(root, file), "utf8"), file);
  write(`snapshots/awsdatacatalog/${schema}/${name}.json`, printSnapshot({ ...view, name, schema, definition }));
}

beforeAll(() => {
  folder = temporaryFolder();
  for (const name of ["snapshots", "schemas"]) cpSync(join(root, name), join(folder, name), { recursive: true });
  writeView(
    "by_full_name",
    "dev_prod_live",
    `SELECT host_id FROM AwsDataCatalog.Dev_Prod_Live."${costs.toUpperCase()}"`,
  );
  writeView("by_bare_name", "dev_prod_live", `SELECT host_id FROM ${costs}`);
  writeView("elsewhere", "other", `SELECT host_id FROM ${costs}`);
  writeView("hidden", "dev_prod_live", `WITH ${costs} AS (SELECT 1 AS a) SELECT a FROM ${costs}`);
  writeView("in_a_text", "dev_prod_live", `SELECT '${costs}' AS a`);
  const stats = `schemas/${place}/v__evergreen__daily_task_stats__v1.yaml`;
  const text = readFileSync(join(root, stats), "utf8");
  write(stats, `${text.trimEnd()}\n  - property: sql\n    value: etl/stats.sql\n`);
  write("etl/stats.sql", `INSERT INTO stats SELECT * FROM dev_prod_live.${costs}`);
  write("readers/finance/monthly.sql", `SELECT sum(net_cost) FROM ${label}`);
  write("readers/finance/other.sql", "SELECT 1 FROM other");
  write("readers/baron/template.sql", `SELECT * FROM ${costs} {% if filter %} WHERE {{ filter }} {% endif %}`);
  write("readers/README.md", costs);
});

test("teams, views, tasks and queries that read a view are named with their files", async () => {
  const { code, out, err } = await runCli(folder, "readers", costs, "--format", "json");
  expect([code, err]).toEqual([0, ""]);
  const { view, formatVersion, readers } = JSON.parse(out);
  expect([view, formatVersion]).toEqual([label, 1]);
  const said = readers.map(({ kind, name, file, doubt }: Record<string, string | null>) => [
    kind,
    name,
    file,
    doubt === null,
  ]);
  expect(said).toEqual([
    ["team", "Cloud Finance (cloud-finance@example.com)", `schemas/${place}/${costs}.yaml`, true],
    ["view", "awsdatacatalog.dev_prod_live.by_bare_name", `snapshots/${place}/by_bare_name.json`, true],
    ["view", "awsdatacatalog.dev_prod_live.by_full_name", `snapshots/${place}/by_full_name.json`, true],
    [
      "task",
      `${jobOfStats()}, which fills awsdatacatalog.dev_prod_live.v__evergreen__daily_task_stats__v1`,
      "etl/stats.sql",
      true,
    ],
    ["query", "baron", "readers/baron/template.sql", false],
    ["query", "finance", "readers/finance/monthly.sql", true],
  ]);
});

function jobOfStats(): string {
  const text = readFileSync(join(root, `schemas/${place}/v__evergreen__daily_task_stats__v1.yaml`), "utf8");
  return /property: job\n +value: (.*)/.exec(text)?.[1] ?? "";
}

test("as text, with what could not be told, and with nobody there", async () => {
  const { out } = await runCli(folder, "readers", label);
  expect(out.split("\n")[0]).toBe(`${label} has 6 known readers:`);
  expect(out.split("\n").filter((line) => line.startsWith("         names it;")).length).toBe(1);
  const nobody = await runCli(folder, "readers", "by_bare_name");
  expect(nobody).toEqual({
    code: 0,
    out: "awsdatacatalog.dev_prod_live.by_bare_name has no known reader.\n",
    err: "",
  });
});

test("with --since, which queries break by what changed here, and which may", async () => {
  const file = `snapshots/${place}/${costs}.json`;
  const view = parseSnapshotText(readFileSync(join(root, file), "utf8"), file);
  const columns = view.columns.filter(({ name }) => name !== "host_id");
  write(file, printSnapshot({ ...view, columns }));
  const { code, out, err } = await runCli(folder, "readers", costs, "--since", root, "--format", "json");
  expect([code, err]).toEqual([0, ""]);
  const parsed = JSON.parse(out);
  expect([parsed.view, parsed.since]).toEqual([label, root]);
  type Shown = { name: string; broken: { rule: string; path: string; isCertain: boolean }[] };
  const said = parsed.readers.map(({ name, broken }: Shown) => [
    name.replace(/ \(.*|,.*/g, "").replace(/^.*\./, ""),
    ...broken.map(({ rule, path, isCertain }) => `${isCertain ? "breaks" : "may break"} by ${rule} ${path}`),
  ]);
  expect(said).toEqual([
    ["Cloud Finance", "may break by column-removed host_id"],
    ["by_bare_name", "breaks by column-removed host_id"],
    ["by_full_name", "breaks by column-removed host_id"],
    [jobOfStats(), "breaks by column-removed host_id"],
    ["baron", "may break by column-removed host_id"],
    ["finance"],
  ]);
  const text = await runCli(folder, "readers", costs, "--since", root);
  expect(text.out.match(/(?:may break|breaks) by column-removed host_id [0-9a-f]{16}/g)?.length).toBe(5);
  const live = await runCli(folder, "readers", costs, "--since", "live:production");
  expect([live.code, live.err]).toEqual([
    2,
    'schema-diff: --since "live:production" must be a directory, a bundle or git:<revision>.\n',
  ]);
});

test("a query that belongs to no team, and a folder without views, exit 2", async () => {
  const empty = await runCli(temporaryFolder(), "readers", costs);
  expect([empty.code, empty.err.startsWith("schema-diff: There is neither snapshots/ nor schemas/ here;")]).toEqual([
    2,
    true,
  ]);
  const unlike = await runCli(folder, "readers", "nothing_like_it");
  expect([unlike.code, unlike.err]).toEqual([
    2,
    'schema-diff: There is no view "nothing_like_it" in snapshots/ or schemas/. Views are called by the names of their files there; schema-diff snapshot writes what is new in Trino.\n',
  ]);
  write("readers/lost.sql", "SELECT 1");
  const { code, err } = await runCli(folder, "readers", costs);
  expect([code, err]).toEqual([2, "schema-diff: readers/lost.sql belongs to no team; move it to readers/<team>/.\n"]);
});
