/** When a task runs after another one. */
export type TaskCondition = "on_success" | "on_failure" | "on_completion";

/** Where the SQL of a task stands: in the configuration itself, in the job's folder, or at a path of a repository. */
export type TaskSql =
  | { readonly kind: "inline"; readonly text: string }
  | { readonly kind: "beside"; readonly path: string }
  | { readonly kind: "repository"; readonly repository: string | null; readonly path: string };

/**
 * Where a task writes: `presto_view`, `gsheet`, `mongodb` … `target` is what it writes to as it is written, variables
 * (`[@dag-eval schema_name @]`) included; `replaces` is `null` where a variable says it.
 */
export interface TaskDestination {
  readonly type: string;
  readonly target: string | null;
  readonly replaces: boolean | null;
}

/** One step of a job, as its configuration has it. */
export interface JobTask {
  readonly name: string;
  /** `presto`, `python`, `mongodb`, `bigquery`, `glue`, `kubernetes`, `tableau`, `alert`, `nightwatch`, or one not known yet. */
  readonly type: string;
  /** Where the configuration takes the SQL from, `github` or `config`; `null` where it says nothing. */
  readonly sqlSource: string | null;
  readonly sql: TaskSql | null;
  readonly destination: TaskDestination | null;
  /** The tasks that run after this one, by name. */
  readonly children: ReadonlyMap<string, TaskCondition>;
  /** Where it stands in its file, from 1. */
  readonly line: number;
}
