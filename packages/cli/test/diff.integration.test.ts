import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import { type Contract, printBundle, printSnapshot, snapshotPath } from "@schema-gate/contract";
import { reportSchema } from "@schema-gate/report";
import { golden } from "@schema-gate/testing";
import { formats } from "../src/formats.js";
import { runCli, temporaryFolder } from "./run-cli.js";

const fixture = (name: string) => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));

function realDates(): string {
  const folder = temporaryFolder();
  for (const date of ["06", "09"])
    copyFileSync(fixture(`dev-prod-live.2024-${date}.json`), join(folder, `2024-${date}.json`));
  return folder;
}

const view: Contract = {
  catalog: "awsdatacatalog",
  schema: "dev_prod_live",
  name: "evergreen_tasks_v1",
  kind: "view",
  security: "definer",
  comment: null,
  columns: [
    { name: "task_id", type: "varchar", nullable: null, comment: null },
    { name: "status", type: "varchar", nullable: null, comment: null },
  ],
  definition: null,
};

function writeDirectory(root: string, contracts: readonly Contract[]): void {
  for (const contract of contracts) {
    const file = join(root, snapshotPath(contract));
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, printSnapshot(contract));
  }
}

test("the real views of two dates: verdict warn, and exactly the two inserted columns", async () => {
  const { code, out, err } = await runCli(realDates(), "diff", "2024-06.json", "2024-09.json", "--format", "json");
  const report = reportSchema.parse(JSON.parse(out));
  expect([code, err, report.verdict]).toEqual([0, "", "warn"]);
  expect(report.findings.map(({ rule, impact, path, view: name }) => [rule, impact, path, name])).toEqual([
    ["column-inserted", "risky", "num_status_swaps", "awsdatacatalog.dev_prod_live.v__evergreen__daily_task_stats__v1"],
    ["column-inserted", "risky", "num_status_swaps", "awsdatacatalog.dev_prod_live.v__results__daily_test_stats__v1"],
  ]);
});

test.each(formats)("the real views of two dates, as %s", async (format) => {
  const { out } = await runCli(realDates(), "diff", "2024-06.json", "2024-09.json", "--format", format);
  expect(out).toBe(golden(new URL(`golden/real.${format}.txt`, import.meta.url), out));
});

test("a removed column blocks with exit code 1, and the same sides the other way only add", async () => {
  const folder = temporaryFolder();
  writeDirectory(join(folder, "before"), [view]);
  writeDirectory(join(folder, "after"), [{ ...view, columns: view.columns.slice(0, 1) }]);
  expect((await runCli(folder, "diff", "before", "after")).code).toBe(1);
  expect((await runCli(folder, "diff", "after", "before")).code).toBe(0);
});

test("the same views as a directory and as a bundle differ in nothing", async () => {
  const folder = temporaryFolder();
  writeDirectory(join(folder, "snapshots"), [view]);
  writeFileSync(join(folder, "bundle.json"), printBundle([view]));
  const { code, out } = await runCli(folder, "diff", "snapshots", "bundle.json", "--format", "json");
  expect([code, JSON.parse(out).findings]).toEqual([0, []]);
});

test("--fail-on only tightens", async () => {
  const folder = realDates();
  expect((await runCli(folder, "diff", "2024-06.json", "2024-09.json", "--fail-on", "risky")).code).toBe(1);
  expect((await runCli(folder, "diff", "2024-06.json", "2024-09.json", "--fail-on", "breaking")).code).toBe(0);
});

const text = printSnapshot(view);
const file = snapshotPath(view);

test.each([
  [
    "not JSON",
    { [file]: "SELECT 1" },
    'Cannot read bad/awsdatacatalog/dev_prod_live/evergreen_tasks_v1.json: expected an object, found "S" (line 1, column 1)',
  ],
  [
    "another format",
    { [file]: text.replace('"formatVersion": 1', '"formatVersion": 9') },
    "Cannot read bad/awsdatacatalog/dev_prod_live/evergreen_tasks_v1.json: formatVersion 9 is unknown; this version reads formatVersion 1 (line 2, column 20)",
  ],
  [
    "a __proto__ key",
    { [file]: text.replace('"comment": null', '"__proto__": { "polluted": true }') },
    'Cannot read bad/awsdatacatalog/dev_prod_live/evergreen_tasks_v1.json: unknown key "__proto__"; allowed here: formatVersion, catalog, schema, name, kind, security, comment, columns, definition (line 8, column 3)',
  ],
  ["a type that is none", { [file]: text.replace('"type": "varchar"', '"type": "array("') }, null],
  ["a path that disagrees with its content", { "awsdatacatalog/dev_prod_live/other_v1.json": text }, null],
  ["a file that is no snapshot", { [file]: text, "awsdatacatalog/notes.txt": "hello" }, null],
  ["a view with the bytes of no text", { [file]: Buffer.from([0x7b, 0xff, 0xfe]) }, null],
])("%s exits 2 with file, place and reason", async (what, files, message) => {
  const folder = temporaryFolder();
  // The good side has another column, so that the bad one has to be read.
  writeDirectory(join(folder, "good"), [{ ...view, columns: view.columns.slice(0, 1) }]);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, "bad", path, ".."), { recursive: true });
    writeFileSync(join(folder, "bad", path), content);
  }
  const { code, out, err } = await runCli(folder, "diff", "good", "bad");
  expect([code, out]).toEqual([2, ""]);
  if (message !== null) expect(err).toBe(`schema-diff: ${message}\n`);
  else expect(err).toBe(golden(new URL(`golden/bad-${what.replaceAll(" ", "-")}.txt`, import.meta.url), err));
});

test("100 MB of nesting exits 2 with its place", async () => {
  const folder = temporaryFolder();
  const nested = "[".repeat(100 * 1024 * 1024);
  writeFileSync(join(folder, "good.json"), printBundle([view]));
  writeFileSync(
    join(folder, "nested.json"),
    printBundle([view]).replace('"definition": null', `"definition": ${nested}`),
  );
  const { code, out, err } = await runCli(folder, "diff", "good.json", "nested.json");
  const place = 'nested deeper than 64 levels, found "[" (line 16, column 85)';
  expect([code, out, err]).toEqual([2, "", `schema-diff: Cannot read nested.json: ${place}\n`]);
});

test("two views of one name in a bundle exit 2 with both lines", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "twice.json"), printBundle([view, { ...view, columns: [] }]));
  const { code, err } = await runCli(folder, "diff", "twice.json", "twice.json");
  expect([code, err]).toEqual([
    2,
    "schema-diff: twice.json: awsdatacatalog.dev_prod_live.evergreen_tasks_v1 stands twice, in lines 4 and 18.\n",
  ]);
});

test.each([
  ["an empty directory", ["empty", "good"]],
  ["an empty bundle", ["empty.json", "good"]],
  ["nothing at all", ["missing", "good"]],
  ["a revision outside a repository", ["git:HEAD", "good"]],
  ["a side that needs an engine it does not know", ["live:nowhere", "good"]],
])("%s as a side exits 2 and says so", async (what, sides) => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "empty"));
  writeFileSync(join(folder, "empty.json"), printBundle([]));
  writeDirectory(join(folder, "good"), [view]);
  const { code, out, err } = await runCli(folder, "diff", ...sides);
  expect([code, out]).toEqual([2, ""]);
  const shown = err.replaceAll(folder, "<folder>");
  expect(shown).toBe(golden(new URL(`golden/side-${what.replaceAll(" ", "-")}.txt`, import.meta.url), shown));
});

test("contracts that the other side cannot hold are left out, and that is said", async () => {
  const folder = temporaryFolder();
  writeDirectory(join(folder, "team/snapshots"), [view]);
  writeDirectory(join(folder, "other"), [view]);
  const schemas = join(folder, "team/schemas/awsdatacatalog/dev_prod_live");
  mkdirSync(schemas, { recursive: true });
  writeFileSync(join(schemas, "evergreen_tasks_v1.yaml"), "");
  writeFileSync(join(schemas, "evergreen_tasks_v2.yaml"), "");
  const { code, out, err } = await runCli(folder, "diff", "team", "other", "--format", "json");
  const { verdict, compared } = reportSchema.parse(JSON.parse(out));
  expect([code, verdict, compared.before.views, compared.after.views, compared.before.digest]).toEqual([
    0,
    "pass",
    1,
    1,
    compared.after.digest,
  ]);
  expect(err).toBe("2 contracts are left out: team and other do not both hold contracts.\n");
});
