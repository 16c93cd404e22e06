import { afterAll, expect, test } from "@jest/globals";
import { check } from "../check/check.js";
import { aView, snapshotFiles } from "../testing/snapshots.js";
import { removeTemporaryDirectories } from "../testing/temporary-directory.js";
import { TemporaryRepository } from "../testing/temporary-repository.js";

afterAll(removeTemporaryDirectories);

const view = "evergreen_tasks_v1";
const full = `awsdatacatalog.dev_prod_live.${view}`;
const tasks = aView(view, ["task_id varchar", "pod_id varchar", "status varchar"]);
const job = "src/jobs/dev_prod/pods";

/** Readers of all kinds, as they stand on the base branch. */
const base = {
  ...snapshotFiles([
    tasks,
    aView("pods_v1", ["pod_id varchar"], { definition: `SELECT t.pod_id FROM ${full} t` }),
    aView("states_v1", ["status varchar"], { definition: `SELECT status FROM ${view}` }),
    aView("everything_v1", ["task_id varchar"], { definition: `SELECT * FROM\n${view}` }),
  ]),
  [`${job}/job_config.jinja.json`]: JSON.stringify([
    {
      name: "pods to the sheet",
      type: "presto",
      sql_source: "github",
      sql_script_git_repo: "example/etl",
      sql_script_name: `${job}/sql/pods.sql`,
      destination: { type: "gsheet", dest_tgt: "Pods of the week" },
    },
    { name: "fill tasks", type: "presto", sql: "SELECT 1", destination: { type: "presto_view", dest_tgt: full } },
    { name: "count", type: "presto", sql: `SELECT count(*) FROM ${full}`, destination: { type: "email" } },
  ]),
  [`${job}/sql/pods.sql`]: `DELETE FROM a.b.c WHERE day = 1;\nSELECT pod_id FROM "awsdatacatalog"."{{ v('schema') }}"."${view}"`,
  [`${job}/sql/lost.sql`]: `INSERT INTO a.b.c SELECT x.pod_id FROM ${full} AS x`,
  [`${job}/sql/clean.sql`]: `DELETE FROM ${full} WHERE pod_id = 'x'`,
  [`${job}/tool.py`]: `QUERY = "SELECT * FROM ${view}"`,
  "readers/finance/pods.sql": `SELECT x.Pod_ID, count(*) FROM ${full} AS x GROUP BY 1`,
  "readers/finance/states.sql": `SELECT status FROM ${full}`,
};

async function readersAfter(files: Readonly<Record<string, string>>) {
  const repository = new TemporaryRepository();
  repository.write(base);
  repository.commit();
  repository.git("checkout", "--quiet", "-b", "change");
  repository.write(files);
  const { report } = await check({
    directory: repository.directory,
    base: "main",
    head: null,
    policyRevision: null,
    folder: "snapshots",
    asOf: "2026-11-22",
    failOn: null,
  });
  return report.findings.map(({ rule, path, readers, queries }) => ({ rule, path, readers, queries }));
}

const at = "snapshots/awsdatacatalog/dev_prod_live";

test("a breaking finding names the known readers it breaks, then those it may break", async () => {
  const without = aView(view, ["task_id varchar", "status varchar"]);
  // A reader that the change brings along does not count, nor does one that it takes away.
  const own = { "readers/new/pods.sql": `SELECT pod_id FROM ${full}`, "readers/finance/pods.sql": "SELECT 1" };
  expect(await readersAfter({ ...snapshotFiles([without]), ...own })).toEqual([
    {
      rule: "column-removed",
      path: "pod_id",
      readers: [
        `view awsdatacatalog.dev_prod_live.everything_v1 (${at}/everything_v1.json)`,
        `view awsdatacatalog.dev_prod_live.pods_v1 (${at}/pods_v1.json)`,
        `task pods: no task that is known (${job}/sql/lost.sql)`,
        "query finance (readers/finance/pods.sql)",
        `task pods: pods to the sheet, which writes to gsheet Pods of the week (${job}/sql/pods.sql)`,
        `task pods: no task that is known (${job}/tool.py)`,
      ],
      queries: { known: 9, failing: 4 },
    },
  ]);
});

test("that no known query fails is said, and changes nothing", async () => {
  const inserted = aView(view, ["task_id varchar", "cost double", "pod_id varchar", "status varchar"]);
  expect(await readersAfter(snapshotFiles([inserted]))).toEqual([
    {
      rule: "column-inserted",
      path: "cost",
      readers: [
        `view awsdatacatalog.dev_prod_live.everything_v1 (${at}/everything_v1.json)`,
        `task pods: pods to the sheet, which writes to gsheet Pods of the week (${job}/sql/pods.sql)`,
        `task pods: no task that is known (${job}/tool.py)`,
      ],
      queries: { known: 9, failing: 0 },
    },
  ]);
});

test("what breaks nobody looks for no reader", async () => {
  const added = aView(view, ["task_id varchar", "pod_id varchar", "status varchar", "cost double"]);
  expect(await readersAfter(snapshotFiles([added]))).toEqual([
    { rule: "column-added", path: "cost", readers: [], queries: undefined },
  ]);
});
