import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import { reportSchema } from "@schema-gate/report";
import { golden } from "@schema-gate/testing";
import { runCli, temporaryFolder } from "./run-cli.js";

const fixture = (rule: string, file: string) =>
  readFileSync(fileURLToPath(new URL(`../../diff/fixtures/${rule}/${file}`, import.meta.url)), "utf8");
const contract = "schemas/awsdatacatalog/dev_prod_live/evergreen_tasks_v1.yaml";

/** A folder with one contract, and the configuration `config` where it is given. */
function folderWith(yaml: string, config: string | null = null): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, contract, ".."), { recursive: true });
  writeFileSync(join(folder, contract), yaml);
  if (config !== null) writeFileSync(join(folder, "schema-gate.yaml"), config);
  return folder;
}

test("a contract that keeps to the policy passes", async () => {
  const { code, out, err } = await runCli(folderWith(fixture("owner-unnamed", "good.yaml")), "lint");
  expect([code, err]).toEqual([0, ""]);
  expect(out).toBe(golden(new URL("golden/lint-good.txt", import.meta.url), out));
});

test("one that does not warns, in every format, from here or from elsewhere", async () => {
  const folder = folderWith(fixture("owner-unnamed", "bad.yaml"));
  const text = await runCli(folder, "lint");
  expect([text.code, text.err]).toEqual([0, ""]);
  expect(text.out).toBe(golden(new URL("golden/lint-bad.txt", import.meta.url), text.out));
  const markdown = await runCli(folder, "lint", "--format", "markdown");
  expect(markdown.out).toBe(golden(new URL("golden/lint-bad.markdown.txt", import.meta.url), markdown.out));
  const json = await runCli("/", "lint", folder, "--format", "json", "--as-of", "2026-11-01");
  const report = reportSchema.parse(JSON.parse(json.out));
  expect([report.verdict, report.compared.asOf]).toEqual(["warn", "2026-11-01"]);
  expect(report.findings.map(({ rule, location }) => [rule, location?.file])).toEqual([
    ["owner-unnamed", `${folder}/${contract}`],
  ]);
});

test("the configuration of the directory may make it block", async () => {
  const folder = folderWith(fixture("owner-unnamed", "bad.yaml"), "actions: { policy: block }\n");
  const { code, out } = await runCli("/", "lint", folder);
  expect([code, out.trimEnd().split("\n").at(-1)]).toEqual([1, "Verdict: block. 1 finding blocks."]);
});

test("the SQL a contract names is read beside it", async () => {
  const folder = folderWith(`${fixture("owner-unnamed", "good.yaml")}  - { property: sql, value: src/tasks.sql }\n`);
  mkdirSync(join(folder, "src"));
  cpSync(
    fileURLToPath(new URL("../../diff/fixtures/operational-catalog-read--by-the-job/bad.sql", import.meta.url)),
    join(folder, "src/tasks.sql"),
  );
  const { out } = await runCli(folder, "lint", "--format", "json");
  expect(JSON.parse(out).findings.map(({ rule, path }: { rule: string; path: string }) => [rule, path])).toEqual([
    ["operational-catalog-read", "@sql(evergreen_atlas.evergreen.tasks)"],
    ["operational-catalog-read", "@sql(mongodb.evergreen.old_tasks)"],
  ]);
});

test("what cannot be read, and a directory without views, are wrong input", async () => {
  const broken = await runCli(folderWith("kind: DataContract\n"), "lint");
  expect([broken.code, broken.out]).toEqual([2, ""]);
  expect(await runCli(temporaryFolder(), "lint")).toEqual({
    code: 2,
    out: "",
    err: "schema-diff: There is no view in .; name a directory with schemas/ or snapshots/.\n",
  });
});

test.each(["missing", contract])("%s, which is no directory, is wrong input", async (said) => {
  expect(await runCli(folderWith(fixture("owner-unnamed", "good.yaml")), "lint", said)).toEqual({
    code: 2,
    out: "",
    err: `schema-diff: There is no directory ${JSON.stringify(said)}; name one with schemas/ or snapshots/.\n`,
  });
});
