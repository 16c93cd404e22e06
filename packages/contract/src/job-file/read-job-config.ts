import type * as z from "zod";
import { findValue } from "../json-text/find-value.js";
import { OPEN_BRACKET } from "../json-text/json-bytes.js";
import { JsonCursor } from "../json-text/json-cursor.js";
import { JsonTextError } from "../json-text/json-text-error.js";
import { walkElements } from "../json-text/members.js";
import { parseJson } from "../json-text/parse-json.js";
import { explainIssue } from "../schema-issues/explain-issue.js";
import { keyPath } from "../schema-issues/key-path.js";
import { UserError } from "../user-error.js";
import { conventionalTask } from "./conventional-task.js";
import { fillVariables } from "./fill-variables.js";
import type { JobTask, TaskDestination, TaskSql } from "./job.js";
import { type ConfiguredDestination, type ConfiguredTask, jobConfigSchema } from "./job-config-schema.js";

/**
 * Reads the configuration of a MARS job: a template of a JSON array of tasks. Variables stay as they are written. Throws a
 * UserError that names file, line and reason.
 */
export function readJobConfig(template: string, file: string): JobTask[] {
  const json = fillVariables(template);
  if (typeof json !== "string") throw problem(file, lineAt(template, json.offset), json.reason);
  const bytes = Buffer.from(json);
  const tasks = validate(parse(bytes, file), bytes, file);
  const lines = linesOfTasks(bytes);
  const read = tasks.map((task, index) => {
    const line = lines[index] ?? 1;
    return typeof task === "string" ? conventionalTask(task, line) : readTask(task, line);
  });
  requireNames(read, file);
  return read;
}

function parse(bytes: Buffer, file: string): unknown {
  try {
    return parseJson(bytes, 0, bytes.length, 1);
  } catch (error) {
    if (!(error instanceof JsonTextError)) throw error;
    throw problem(file, error.line, error.message);
  }
}

function validate(value: unknown, bytes: Buffer, file: string): z.output<typeof jobConfigSchema> {
  const parsed = jobConfigSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = deepest(parsed.error.issues[0]);
  if (!issue) throw problem(file, 1, "is not understood");
  const cursor = new JsonCursor(bytes);
  findValue(cursor, issue.path);
  const key = keyPath(issue.path);
  throw problem(file, cursor.line, `${key === "" ? "" : `${key}: `}${explainIssue(issue, value)}`);
}

/** A task that has keys is meant as one with keys: what is wrong in there says more than that it is no name. */
function deepest(issue: z.core.$ZodIssue | undefined): z.core.$ZodIssue | undefined {
  if (issue?.code !== "invalid_union" || !("errors" in issue)) return issue;
  const inside = issue.errors.flat().find(({ path }) => path.length > 0);
  return inside ? deepest({ ...inside, path: [...issue.path, ...inside.path] }) : issue;
}

function linesOfTasks(bytes: Buffer): number[] {
  const lines: number[] = [];
  const cursor = new JsonCursor(bytes);
  if (cursor.peek() !== OPEN_BRACKET) return lines;
  walkElements(cursor, () => {
    cursor.peek();
    lines.push(cursor.line);
    cursor.skipValue();
  });
  return lines;
}

function readTask(task: ConfiguredTask, line: number): JobTask {
  return {
    name: task.name,
    type: task.type,
    sqlSource: task.sql_source ?? null,
    sql: sqlOf(task),
    destination: task.destination ? readDestination(task.destination) : null,
    children: new Map(Object.entries(task.children ?? {})),
    line,
  };
}

function sqlOf({ sql, sql_script_git_repo, sql_script_name }: ConfiguredTask): TaskSql | null {
  if (sql_script_name) return { kind: "repository", repository: sql_script_git_repo ?? null, path: sql_script_name };
  return sql ? { kind: "inline", text: sql } : null;
}

function readDestination(destination: ConfiguredDestination): TaskDestination {
  const { type, dest_tgt, dest_replace, dest_mdb_database, dest_mdb_collection } = destination;
  const collection = [dest_mdb_database, dest_mdb_collection].filter((part) => part).join(".");
  // A text is a variable, whose value only a run tells.
  const replaces = typeof dest_replace === "string" ? null : (dest_replace ?? false);
  return { type, target: dest_tgt ?? (collection === "" ? null : collection), replaces };
}

function requireNames(tasks: readonly JobTask[], file: string): void {
  const names = new Set<string>();
  for (const { name, line } of tasks) {
    if (names.has(name)) throw problem(file, line, `the task ${JSON.stringify(name)} stands twice`);
    names.add(name);
  }
  for (const { children, line } of tasks) {
    for (const child of children.keys()) {
      if (!names.has(child)) throw problem(file, line, `children: there is no task ${JSON.stringify(child)}`);
    }
  }
}

function problem(file: string, line: number, reason: string): UserError {
  return new UserError("usage", `${file}:${line}: ${reason}`);
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
