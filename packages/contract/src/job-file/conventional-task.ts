import type { JobTask, TaskCondition } from "./job.js";

/** Where the tables of tasks stand that have a name and nothing else. */
const SCHEMA = "awsdatacatalog.dev_prod_live";

/** A task that is only named: its SQL and its table go by the name, and the table is replaced on every run. */
export function conventionalTask(
  name: string,
  line: number,
  children: ReadonlyMap<string, TaskCondition> = new Map(),
): JobTask {
  return {
    name,
    type: "presto",
    sqlSource: null,
    sql: { kind: "beside", path: `sql_jobs/${name}.sql` },
    destination: { type: "presto_table", target: `${SCHEMA}.${name.replaceAll("-", "_")}`, replaces: true },
    children,
    line,
  };
}
