import { UserError } from "../user-error.js";
import { readYaml } from "../yaml-file/read-yaml.js";
import { type FilledTemplate, fillTemplate } from "./fill-template.js";

/** The SQL of a task, or a query somebody registered, as it is written: a template. */
export interface TaskSqlText extends FilledTemplate {
  /** Tables named in the front matter, as written. */
  readonly dependsOn: readonly string[];
}

/** Reads an SQL template with its front matter, which stands in comments between `-- <yaml>` and `-- </yaml>`. */
export function readTaskSql(template: string, file: string): TaskSqlText {
  return { ...fillTemplate(template), dependsOn: readDependencies(template, file) };
}

function readDependencies(template: string, file: string): string[] {
  const lines = template.split(/\r?\n/);
  if (lines[0]?.trim() !== "-- <yaml>") return [];
  const end = lines.findIndex((line) => line.trim() === "-- </yaml>");
  if (end < 0) throw refusal(file, 1, '"-- <yaml>" is not closed by "-- </yaml>"');
  const wrong = lines.slice(1, end).findIndex((line) => !/^--(?: |$)/.test(line));
  if (wrong >= 0) throw refusal(file, wrong + 2, 'front matter must stand in comments, after "-- "');
  // The first line is left empty, so that errors name the lines of the file.
  const yaml = ["", ...lines.slice(1, end).map((line) => line.slice(3))].join("\n");
  const { value } = readYaml(yaml, file, "text");
  if (value === null) return [];
  const depends: unknown = typeof value === "object" ? Reflect.get(value, "DependsOn") : value;
  if (depends === undefined || depends === null) return [];
  const tables = typeof depends === "object" && !Array.isArray(depends) ? Object.values(depends) : [depends];
  if (!tables.every((table) => typeof table === "string") || typeof depends === "string") {
    throw refusal(file, 1, "front matter: DependsOn must name a table for each alias");
  }
  return tables;
}

function refusal(file: string, line: number, reason: string): UserError {
  return new UserError("usage", `${file}:${line}: ${reason}`);
}
