import { execFileSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import { loadContractReader } from "@schema-gate/contract";
import { runAnswering, runCli, temporaryFolder } from "./run-cli.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.com"];
const schema = "schemas/awsdatacatalog/dev_prod_live";
const costs = "v__evergreen__aws_task_costs";

function git(folder: string, ...words: readonly string[]): void {
  execFileSync("git", [...identity, ...words], { cwd: folder });
}

/** A repository whose main holds this repository's own snapshots, contracts and configuration; a branch is checked out. */
function repository(): string {
  const folder = temporaryFolder();
  git(folder, "init", "--quiet", "--initial-branch=main");
  for (const name of ["snapshots", "schemas", "schema-gate.yaml"]) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  commit(folder, "Views");
  git(folder, "checkout", "--quiet", "-b", "change");
  return folder;
}

function commit(folder: string, message: string): void {
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "-m", message);
}

const read = async (folder: string, name: string) => {
  const file = `${schema}/${name}.yaml`;
  return (await loadContractReader())(readFileSync(join(folder, file), "utf8"), file).contract;
};

const names = readdirSync(join(root, schema)).map((file) => file.replace(/__v1\.yaml$/, ""));

/** What a check finds of this branch, which it must not block: rule, kind, impact, action, view, path, before, after. */
async function findings(folder: string): Promise<string[]> {
  commit(folder, "Bump");
  const { code, out } = await runCli(folder, "check", "--base", "main", "--format", "json");
  const report = JSON.parse(out);
  expect([code, report.verdict]).toEqual([0, "warn"]);
  return report.findings.map(({ rule, kind, impact, action, view, path, before, after }: Record<string, string>) =>
    [rule, kind, impact, action, view?.split(".").at(-1), path, before, after].join(" "),
  );
}

const expected = (name: string) => [
  `promise-stated change neutral allow ${name}__v1 @endOfSupport  2027-02-22`,
  `version-deprecated change neutral allow ${name}__v1 @status active deprecated`,
  `promise-stated change neutral allow ${name}__v1 @successor  awsdatacatalog.dev_prod_live.${name}__v2`,
  `view-added change additive allow ${name}__v2   view`,
  // What the version before is short of, so is the one that promises the same.
  ...["inserted_at", "updated_at", "xformed_at"].map(
    (column) => `audit-column-omitted policy  warn ${name}__v2 ${column}  `,
  ),
];

test.each(names)("bumping %s gives a check that does not block, with exactly these findings", async (name) => {
  const folder = repository();
  const { code, err } = await runCli(folder, "bump", `${name}__v1`, "--reason", "Net of tax.");
  expect([code, err]).toEqual([0, ""]);
  expect(await findings(folder)).toEqual(expected(name));
});

test("this repository has four contracts to bump", () => {
  expect(names).toEqual([
    "v__evergreen__aws_task_costs",
    "v__evergreen__daily_task_stats",
    "v__evergreen__finished_tasks",
    "v__results__daily_test_stats",
  ]);
});

test("bumping every view of this repository at once finds the same", async () => {
  const folder = repository();
  for (const name of names) await runCli(folder, "bump", `${name}__v1`, "--reason", "Net of tax.");
  expect(await findings(folder)).toEqual(names.flatMap(expected));
});

test("the next version is a draft with a reason, the one before is deprecated, and the rest is said", async () => {
  const folder = repository();
  const before = readFileSync(join(folder, `${schema}/${costs}__v1.yaml`), "utf8");
  const { code, out } = await runCli(
    folder,
    "bump",
    `${costs}__v1`,
    "--release",
    "2026-11-30",
    "--reason",
    "Net of tax.",
  );
  expect(code).toBe(0);
  const label = `awsdatacatalog.dev_prod_live.${costs}`;
  expect(out).toBe(`written    ${schema}/${costs}__v2.yaml
changed    ${schema}/${costs}__v1.yaml

Remains to be done:
- Make the change in ${schema}/${costs}__v2.yaml: it promises what ${costs}__v1 does.
- Write the SQL and have its job publish ${label}__v2 beside ${costs}__v1.
- Document it in alation: https://alation.example.com/data/dev_prod_live/${costs}__v2
- Tell Cloud Finance (cloud-finance@example.com) to move; write the date they agreed to behind ready in ${schema}/${costs}__v1.yaml.
- Once it is published: schema-diff snapshot, and status: active in ${schema}/${costs}__v2.yaml.
- Keep ${label}__v1 until 2027-02-28, or until all its readers are ready.
`);
  const [old, next] = [await read(folder, `${costs}__v1`), await read(folder, `${costs}__v2`)];
  expect([old.promises.status, old.promises.endOfSupport, old.promises.lineage.successor]).toEqual([
    "deprecated",
    "2027-02-28",
    `${label}__v2`,
  ]);
  const { status, version, released, endOfSupport, lineage, stakeholders } = next.promises;
  expect({ status, version, released, endOfSupport, lineage, stakeholders }).toEqual({
    status: "draft",
    version: "2.0.0",
    released: "2026-11-30",
    endOfSupport: null,
    lineage: { predecessor: `${label}__v1`, successor: null, versionReason: "Net of tax." },
    stakeholders: [],
  });
  expect([next.name, next.columns]).toEqual([`${costs}__v2`, old.columns]);
  // Of the version before, only what changed has changed.
  const changed = readFileSync(join(folder, `${schema}/${costs}__v1.yaml`), "utf8");
  expect(changed.split("\n").filter((line) => !before.split("\n").includes(line))).toEqual([
    "status: deprecated",
    "  - property: endOfSupport",
    "    value: 2027-02-28",
    "  - property: successor",
    `    value: ${label}__v2`,
  ]);
});

test("the reason is asked for on a terminal, and may be left blank", async () => {
  const folder = repository();
  const asked: string[] = [];
  const answer = (question: string) => {
    asked.push(question);
    return "Because.";
  };
  await runAnswering(folder, answer, "bump", `${costs}__v1`);
  expect(asked).toEqual(["Why another version (Enter leaves it blank): "]);
  expect((await read(folder, `${costs}__v2`)).promises.lineage.versionReason).toBe("Because.");
  const { out } = await runCli(folder, "bump", "v__evergreen__finished_tasks__v1");
  expect(out).toContain("versionReason is left blank");
});

test("what cannot be bumped is said, and nothing is written", async () => {
  const folder = repository();
  await runCli(folder, "bump", `${costs}__v1`);
  rmSync(join(folder, `${schema}/v__evergreen__finished_tasks__v1.yaml`));
  const label = "awsdatacatalog.dev_prod_live";
  const refusals: [string, string][] = [
    [`${costs}__v1`, `${label}.${costs}__v1 has a newer version, ${label}.${costs}__v2; bump that one.`],
    [
      "v__evergreen__finished_tasks__v1",
      `${label}.v__evergreen__finished_tasks__v1 has no contract; write it first: schema-diff init ${label}.v__evergreen__finished_tasks__v1`,
    ],
    [`${costs}__v7`, `There is no view "${costs}__v7" in snapshots/ or schemas/. Did you mean ${costs}__v1?`],
  ];
  const files = readdirSync(join(folder, schema));
  for (const [view, message] of refusals) {
    expect(await runCli(folder, "bump", view)).toEqual({ code: 2, out: "", err: `schema-diff: ${message}\n` });
  }
  expect((await runCli(folder, "bump", `${costs}__v2`, "--release", "soon")).code).toBe(2);
  expect(await runCli(folder, "bump", `${costs}__v2`, "--release", "1999-01-01")).toEqual({
    code: 2,
    out: "",
    err: "schema-diff: --release 1999-01-01 has passed; name the day the next version will be there.\n",
  });
  expect(readdirSync(join(folder, schema))).toEqual(files);
});
