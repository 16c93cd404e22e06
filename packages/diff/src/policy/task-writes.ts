import type { KnownTask } from "@schema-gate/contract";

/** Which tables a task writes how, each by the last part of its name: schemas are often left to variables. */
export interface TaskWrites {
  /** Made once: a second run finds it there. */
  readonly created: readonly string[];
  readonly appended: readonly string[];
  readonly deleted: readonly string[];
}

const appending = new Set(["presto_insert"]);
const creating = new Set(["presto_table", "presto_view", "presto_ext_table"]);

const part = String.raw`(?:"(?:[^"]|"")*"|[^\s".;(]+)`;
const statements = new RegExp(
  String.raw`\b(DELETE\s+FROM|INSERT\s+INTO|TRUNCATE\s+TABLE)\s+(${part}(?:\s*\.\s*${part})*)`,
  "gi",
);

/** What a task writes, by its destination and by the statements of its SQL. */
export function writesOf({ destination, sqlText }: KnownTask): TaskWrites {
  const appended: string[] = [];
  const deleted: string[] = [];
  for (const [, verb = "", name = ""] of withoutComments(sqlText ?? "").matchAll(statements)) {
    (/^insert/i.test(verb) ? appended : deleted).push(tableOf(name));
  }
  if (!destination || destination.target === null) return { created: [], appended, deleted };
  const target = tableOf(destination.target);
  if (appending.has(destination.type) && destination.replaces === false) appended.push(target);
  const isMade = creating.has(destination.type) && destination.replaces === false;
  return { created: isMade ? [target] : [], appended, deleted };
}

function withoutComments(sql: string): string {
  const [start = "", ...comments] = sql
    .replace(/--[^\n]*/g, " ")
    .replace(/'(?:[^']|'')*'/g, "''")
    .split("/*");
  // What stands behind a comment that is never closed is all comment.
  return [start, ...comments.map((rest) => (rest.includes("*/") ? rest.slice(rest.indexOf("*/") + 2) : ""))].join(" ");
}

/** The last part of a name, in lower case. */
function tableOf(name: string): string {
  const parts = name.match(new RegExp(part, "g")) ?? [];
  return (parts.at(-1) ?? name).replace(/^"|"$/g, "").toLowerCase();
}
