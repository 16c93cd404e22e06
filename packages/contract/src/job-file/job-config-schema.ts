import * as z from "zod";

const text = z.string().max(1_000_000, "is too long");
const name = z.string().min(1, "must not be empty").max(1000, "is too long");
/** What a variable may stand for. */
const flag = z.union([z.boolean(), z.string()], "must be true or false");

const destinationSchema = z.looseObject({
  type: name,
  dest_tgt: text.nullish(),
  dest_replace: flag.nullish(),
  dest_mdb_database: text.nullish(),
  dest_mdb_collection: text.nullish(),
});

const taskSchema = z.looseObject({
  name,
  type: name,
  sql: text.nullish(),
  sql_source: text.nullish(),
  sql_script_git_repo: text.nullish(),
  sql_script_name: text.nullish(),
  destination: destinationSchema.nullish(),
  children: z.record(name, z.enum(["on_success", "on_failure", "on_completion"])).nullish(),
});

/** A job's configuration: what we read of its tasks. Other keys are the scheduler's. */
export const jobConfigSchema = z.array(z.union([name, taskSchema], "must be a task: keys with values, or a name"));

export type ConfiguredTask = z.output<typeof taskSchema>;
export type ConfiguredDestination = z.output<typeof destinationSchema>;
