import { expect, test } from "@jest/globals";
import { UserError } from "../user-error.js";
import { readJobConfig } from "./read-job-config.js";

const config = `[
  {
    "name": "drop yesterday",
    "type": "presto",
    "conn_id": "[@dag-eval warehouse @]",
    "sql_source": "github",
    "sql_script_git_repo": "example/etl",
    "sql_script_name": "src/jobs/dev_prod/flaky_tests/sql/drop.sql",
    "children": {"fill yesterday": "on_success", "tell us": "on_failure"}
  },
  {
    "name": "fill yesterday",
    "type": "presto",
    "sql_source": "config",
    "sql": "SELECT \\"test\\", [@dag-eval days("7") @] AS days FROM runs",
    "destination": {
      "type": "presto_insert",
      "dest_tgt": "awsdatacatalog.[@dag-eval schema @].flaky__intermediate",
      "dest_replace": [@dag-eval replace @]
    }
  },
  {"name": "to the service", "type": "presto", "sql": "SELECT 1",
   "destination": {"type": "mongodb", "dest_mdb_database": "flaky", "dest_mdb_collection": "tests", "dest_mdb_op": "insert"}},
  {"name": "tell us", "type": "alert", "title": "It failed", "destination": null},
  "flaky-tests__raw"
]
`;

test("every kind of task of a configuration is read, variables as they are written", () => {
  expect(readJobConfig(config, "job_config.jinja.json")).toEqual([
    {
      name: "drop yesterday",
      type: "presto",
      sqlSource: "github",
      sql: { kind: "repository", repository: "example/etl", path: "src/jobs/dev_prod/flaky_tests/sql/drop.sql" },
      destination: null,
      children: new Map([
        ["fill yesterday", "on_success"],
        ["tell us", "on_failure"],
      ]),
      line: 2,
    },
    {
      name: "fill yesterday",
      type: "presto",
      sqlSource: "config",
      sql: { kind: "inline", text: 'SELECT "test", [@dag-eval days("7") @] AS days FROM runs' },
      destination: {
        type: "presto_insert",
        target: "awsdatacatalog.[@dag-eval schema @].flaky__intermediate",
        replaces: null,
      },
      children: new Map(),
      line: 11,
    },
    {
      name: "to the service",
      type: "presto",
      sqlSource: null,
      sql: { kind: "inline", text: "SELECT 1" },
      destination: { type: "mongodb", target: "flaky.tests", replaces: false },
      children: new Map(),
      line: 22,
    },
    { name: "tell us", type: "alert", sqlSource: null, sql: null, destination: null, children: new Map(), line: 24 },
    {
      name: "flaky-tests__raw",
      type: "presto",
      sqlSource: null,
      sql: { kind: "beside", path: "sql_jobs/flaky-tests__raw.sql" },
      destination: {
        type: "presto_table",
        target: "awsdatacatalog.dev_prod_live.flaky_tests__raw",
        replaces: true,
      },
      children: new Map(),
      line: 25,
    },
  ]);
});

function refusal(text: string): string {
  try {
    readJobConfig(text, "job.json");
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  return "nothing";
}

test.each([
  ["{}", "job.json:1: must be a list, not keys with values"],
  ['[\n\n{"name": "a"}]', "job.json:3: [0].type: is missing; it must be text"],
  ['["a",\n1]', "job.json:2: [1]: must be a task: keys with values, or a name"],
  [
    '[{"name": "a", "type": "presto", "children":\n {"b": "on_luck"}}]',
    'job.json:2: [0].children.b: must be one of on_success, on_failure, on_completion, not "on_luck"',
  ],
  ['["a",\n "a"]', 'job.json:2: the task "a" stands twice'],
  ['[{"name": "a", "type": "x",\n "children": {"b": "on_success"}}]', 'job.json:1: children: there is no task "b"'],
  ['[\n"[@dag-eval a"]', "job.json:2: [@dag-eval is not closed by @]"],
  ['[\n{% if a %}"b"{% endif %}]', "job.json:2: a block of the template can only be read when the job runs"],
  ['["a",\n "b"', 'job.json:2: expected "," or "]", found the end of the file (line 2, column 5)'],
  [`[{"name": "a", "name": "b"}]`, 'job.json:1: the key "name" stands twice in one object'],
  ["[".repeat(50_000), 'job.json:1: nested deeper than 64 levels, found "[" (line 1, column 65)'],
  [`${"[".repeat(2_000_000)}`, "job.json:1: nested deeper than 64 levels"],
])("what is no configuration is refused with its place: %.30s", (text, message) => {
  expect(refusal(text).slice(0, message.length)).toBe(message);
});
