import { afterAll, expect, test } from "@jest/globals";
import { judgeChange } from "../check/judge-change.js";
import { workTreeChange } from "../check/work-tree-change.js";
import type { Commits } from "../git/commits.js";
import { openRepository } from "../git/repository.js";
import { aView, snapshotFiles } from "../testing/snapshots.js";
import { removeTemporaryDirectories } from "../testing/temporary-directory.js";
import { TemporaryRepository } from "../testing/temporary-repository.js";

afterAll(removeTemporaryDirectories);

const job = "src/jobs/dev_prod/flaky_tests";
const script = 'H = DagHelper(__file__)\nH.add_task("flaky__runs")\n_DAG = H.extract()\n';
const files = { [`${job}/__mars__.py`]: script, [`${job}/sql_jobs/flaky__runs.sql`]: "SELECT 1" };
const typed = JSON.stringify([{ name: "by hand", type: "presto", sql_source: "config", sql: "SELECT 1" }]);
const base = {
  ...snapshotFiles([aView("evergreen_tasks_v1", ["task_id varchar"])]),
  "schema-gate.yaml": "leads: { members: [ada, grace] }\njobRepositories: [example/etl]\n",
};

/** What `check` finds in a branch that adds files in a commit by this author, `null` for not committed. */
async function found(
  before: Readonly<Record<string, string | Buffer>>,
  added: Readonly<Record<string, string>>,
  author: string | null,
  more: Partial<Commits> = {},
  removed: readonly string[] = [],
) {
  const repository = new TemporaryRepository();
  repository.write({ ...base, ...before });
  repository.commit();
  repository.git("checkout", "--quiet", "-b", "change");
  repository.write(added);
  for (const path of removed) repository.remove(path);
  if (author !== null) {
    repository.git("add", "--all");
    repository.git("commit", "--quiet", "--message=job", `--author=Somebody <${author}>`);
  }
  const clone = await openRepository(repository.directory);
  const [tip, head] = ["main", "HEAD"].map((revision) => repository.git("rev-parse", revision).trim());
  if (tip === undefined || head === undefined) throw new RangeError("no commits");
  const by = { base: tip, policy: tip, folder: "snapshots", asOf: "2026-11-22", failOn: null };
  const { report } = await judgeChange({ ...clone, ...more }, workTreeChange(clone, head, by.folder), by);
  return report.findings.map(({ rule, action, message, location }) => [rule, action, message, location?.file]);
}

const added = (who: string) => [
  "job-unauthorised",
  "block",
  `The new job flaky_tests was added by ${who}.`,
  `${job}/__mars__.py`,
];

test("a new job is let through when a lead added it, and by nobody else", async () => {
  expect(await found({}, files, "1234+ada@users.noreply.github.com")).toEqual([]);
  expect(await found({}, files, "Grace@users.noreply.github.com")).toEqual([]);
  expect(await found({}, files, "bob@users.noreply.github.com")).toEqual([added("bob, who is no lead")]);
  expect(await found({}, files, "ada@example.com")).toEqual([added("ada@example.com, who is no lead")]);
  expect(await found({}, files, null)).toEqual([added("nobody who is known")]);
});

test("who knows better than the commits is asked for the authors", async () => {
  const asked: string[] = [];
  const authorsOf = async (of: readonly string[]) => {
    asked.push(...of);
    return new Map(of.map((file) => [file, ["bob"]]));
  };
  const byLead = "ada@users.noreply.github.com";
  expect(await found({}, files, byLead, { authorsOf: () => authorsOf })).toEqual([added("bob, who is no lead")]);
  expect(asked).toEqual([`${job}/__mars__.py`]);
});

test("what a change brings into a job is found, what stood there before is not; leads named by the change do not count", async () => {
  const changed = { [`${job}/job_config.json`]: typed, "schema-gate.yaml": "leads: { members: [bob] }\n" };
  expect(await found(files, changed, null)).toEqual([
    [
      "job-hand-configured",
      "block",
      `No __mars__.py of the job flaky_tests loads ${job}/job_config.json.`,
      `${job}/job_config.json`,
    ],
    [
      "policy-edited",
      "block",
      "schema-gate.yaml is changed: it takes the approval of 2 leads, and has 0.",
      "schema-gate.yaml",
    ],
    [
      "job-uncoded",
      "block",
      'The task "by hand" of the job flaky_tests does not take its SQL from a repository.',
      `${job}/job_config.json`,
    ],
  ]);
  const before = { ...files, [`${job}/job_config.json`]: typed };
  expect(await found(before, { [`${job}/sql_jobs/flaky__runs.sql`]: "SELECT 2" }, null)).toEqual([]);
});

const contractOf = (name: string, filling: Readonly<Record<string, string>>) => `apiVersion: v3.1.0
kind: DataContract
id: ${name}
version: 1.0.0
status: active
servers:
  - { server: trino, type: trino, host: trino.example.com, port: 443, catalog: awsdatacatalog, schema: dev_prod_live }
schema:
  - name: ${name}
    physicalName: ${name}
    properties: [{ name: task_id, physicalType: varchar }]
team: { name: Evergreen }
customProperties:
${Object.entries({ use: "human-scale", ...filling })
  .map(([property, value]) => `  - { property: ${property}, value: ${value} }\n`)
  .join("")}`;
const contracts = (each: Readonly<Record<string, Readonly<Record<string, string>>>>) =>
  Object.fromEntries(
    Object.entries(each).map(([name, filling]) => [
      `schemas/awsdatacatalog/dev_prod_live/${name}.yaml`,
      contractOf(name, filling),
    ]),
  );

test("a contract is held against those that name its account or its job, and no other is parsed", async () => {
  const before = {
    ...contracts({
      evergreen_hosts_v1: { job: "hosts", serviceAccount: "evergreen-etl" },
      evergreen_tasks_v1: { job: "tasks" },
      evergreen_users_v1: { job: "tasks" },
    }),
    "schemas/awsdatacatalog/dev_prod_live/evergreen_odd_v1.yaml": "is: [no contract",
  };
  const after = contracts({ evergreen_tasks_v1: { job: "tasks", serviceAccount: "evergreen-etl" } });
  expect(await found(before, after, null)).toEqual([
    [
      "account-shared",
      "warn",
      "The job hosts runs as evergreen-etl, as does the job tasks.",
      "schemas/awsdatacatalog/dev_prod_live/evergreen_hosts_v1.yaml",
    ],
    [
      "promise-stated",
      "allow",
      "@serviceAccount is now known: evergreen-etl.",
      "schemas/awsdatacatalog/dev_prod_live/evergreen_tasks_v1.yaml",
    ],
    [
      "account-shared",
      "warn",
      "The job tasks runs as evergreen-etl, as does the job hosts.",
      "schemas/awsdatacatalog/dev_prod_live/evergreen_tasks_v1.yaml",
    ],
  ]);
});

test("SQL that is edited alone is held against the policy of the views it fills", async () => {
  const sql = `${job}/sql_jobs/flaky__runs.sql`;
  const before = {
    ...files,
    ...contracts({ evergreen_tasks_v1: { job: "flaky_tests", sql }, evergreen_hosts_v1: { job: "flaky_tests" } }),
  };
  const reading = (table: string) => ({ [sql]: `SELECT task_id FROM ${table}` });
  expect(await found(before, reading("evergreen_landing.tasks"), null)).toEqual([]);
  const broken = Buffer.from([0xff]);
  expect(await found({ ...before, [sql]: broken }, reading("evergreen_landing.tasks"), null)).toEqual([]);
  expect(await found(before, reading("evergreen_atlas.evergreen.tasks"), null)).toEqual([
    [
      "operational-catalog-read",
      "warn",
      "The SQL of the job reads evergreen_atlas.evergreen.tasks, which is an operational database.",
      "schemas/awsdatacatalog/dev_prod_live/evergreen_tasks_v1.yaml",
    ],
  ]);
  const elsewhere = { ...before, ...reading("evergreen_atlas.evergreen.tasks") };
  expect(await found(elsewhere, reading("evergreen_atlas.evergreen.tasks AS t"), null)).toEqual([]);
});

const configured = "src/jobs/dev_prod/weekly_report";
const shared = {
  [`${configured}/__mars__.py`]: '_DAG = parse_job_config(repo_path("src", "jobs", "configs", "weekly.json"), {})\n',
  "src/jobs/configs/weekly.json": JSON.stringify([
    { name: "rows", type: "presto", sql_source: "github", sql_script_name: "src/jobs/sql/weekly.sql" },
  ]),
  "src/jobs/sql/weekly.sql": "SELECT 1",
};

test("a job is changed by what it loads from elsewhere too", async () => {
  const before = {
    ...shared,
    ...contracts({
      evergreen_tasks_v1: { job: "weekly_report", task: "presto" },
      evergreen_hosts_v1: { job: "weekly_report", task: "python", justification: "statistics" },
    }),
  };
  const inPython = { "src/jobs/configs/weekly.json": JSON.stringify([{ name: "rows", type: "python" }]) };
  expect(await found(before, inPython, null)).toEqual([
    [
      "task-contradicted",
      "warn",
      "The job weekly_report has no task of type presto.",
      "schemas/awsdatacatalog/dev_prod_live/evergreen_tasks_v1.yaml",
    ],
  ]);
});

test("SQL that goes from beside the jobs is missed where contracts name it", async () => {
  const sql = "src/jobs/sql/spare.sql";
  const before = { ...shared, [sql]: "SELECT 2", ...contracts({ evergreen_tasks_v1: { job: "weekly_report", sql } }) };
  expect(await found(before, {}, null, {}, [sql])).toEqual([
    [
      "sql-unfound",
      "warn",
      `There is no file ${sql}, which the contract names as the job's SQL.`,
      "schemas/awsdatacatalog/dev_prod_live/evergreen_tasks_v1.yaml",
    ],
  ]);
});
