import { expect, test } from "@jest/globals";
import { UserError } from "../user-error.js";
import { readContractFile } from "./read-contract-file.js";

const file = "schemas/awsdatacatalog/dev_prod_live/evergreen_tasks_v2.yaml";
const least = `apiVersion: v3.1.0
kind: DataContract
id: evergreen-tasks
version: 2.0.0
status: active
servers:
  - { server: trino, type: trino, host: trino.example.com, port: 443, catalog: AwsDataCatalog, schema: dev_prod_live }
schema:
  - name: evergreen_tasks
    physicalName: Evergreen_Tasks_v2
    properties:
      - name: Task_Id
        physicalType: VARCHAR
`;
const full = `${least}        required: true
        primaryKey: true
        primaryKeyPosition: 2
        description: Unique task id.
      - name: Execution number
        physicalName: execution
        physicalType: int
        primaryKey: true
        primaryKeyPosition: 1
        required: false
      - name: depends_on
        physicalType: array(row("Task" varchar, status varchar))
        items:
          description: One dependency.
          properties:
            - name: Task
              physicalType: varchar
              description: The other task.
    physicalType: materialized view
    description: Tasks of Evergreen.
    dataGranularityDescription: One row per execution of a task.
team: { name: Evergreen }
support:
  - { channel: "#evergreen", tool: slack, url: "https://example.slack.com/evergreen" }
  - { channel: mail }
authoritativeDefinitions:
  - { type: alation, url: "https://alation.example.com/tasks" }
slaProperties:
  - { property: generalAvailability, value: 2026-03-01 }
  - { property: endOfSupport, value: "2026-11-22T23:30:00-02:00" }
  - { property: latency, value: 1, unit: business day, element: evergreen_tasks.execution }
  - { property: latency, value: PT1H }
  - { property: frequency, value: null, scheduler: cron, schedule: 0 * * * * }
  - { property: retention, value: unlimited }
  - { property: retention, value: 2, unit: y, element: execution }
  - { property: availability, value: 99.5, unit: percent }
customProperties:
  - { property: deletionMode, value: soft }
  - { property: deletionColumn, value: Execution }
  - property: stakeholders
    value:
      - { team: Build Baron Tools, contact: "#bb", ready: 2026-12-01 }
      - { team: insights }
  - { property: successor, value: awsdatacatalog.dev_prod_live.Evergreen_Tasks_v3 }
  - { property: predecessor, value: awsdatacatalog.dev_prod_live.evergreen_tasks_v1 }
  - { property: versionReason, value: Executions became rows. }
  - { property: use, value: semi-realtime }
  - { property: job, value: evergreen_tasks }
  - { property: task, value: python }
  - { property: justification, value: Needs numpy. }
  - { property: sql, value: sql/evergreen_tasks.sql }
  - { property: serviceAccount, value: svc-evergreen }
  - { property: project, value: evergreen }
  - { property: evergreen, value: true }
  - { property: dataHubDomain, value: { any: thing } }
`;
const hour = 3_600_000;
const nothing = {
  released: null,
  endOfSupport: null,
  grain: null,
  granularity: null,
  deletionMode: null,
  deletionColumn: null,
  latency: [],
  frequency: [],
  retention: [],
  owner: null,
  support: [],
  documentation: [],
  stakeholders: [],
  lineage: { successor: null, predecessor: null, versionReason: null },
  use: null,
  filling: { job: null, task: null, justification: null, sql: null, serviceAccount: null },
  project: null,
  evergreen: null,
  nestedDescriptions: new Map(),
};
const name = { catalog: "awsdatacatalog", schema: "dev_prod_live", name: "evergreen_tasks_v2" };

test("what a contract does not say is unknown", () => {
  const read = readContractFile(least, file);
  expect(read).toEqual({
    file,
    contract: {
      ...name,
      kind: null,
      security: null,
      comment: null,
      columns: [{ name: "task_id", type: "varchar", nullable: null, comment: null }],
      definition: null,
      promises: { ...nothing, family: "evergreen_tasks", version: "2.0.0", status: "active" },
    },
    places: new Map([
      ["", { line: 10, endLine: 10 }],
      ["task_id", { line: 12, endLine: 13 }],
      ["@version", { line: 4, endLine: 4 }],
      ["@status", { line: 5, endLine: 5 }],
    ]),
  });
});

test("everything a contract may say is read", () => {
  const time = { months: 0, businessDays: 0, milliseconds: 0 };
  expect(readContractFile(full, file).contract).toEqual({
    ...name,
    kind: "materialized-view",
    security: null,
    comment: "Tasks of Evergreen.",
    columns: [
      { name: "task_id", type: "varchar", nullable: false, comment: "Unique task id." },
      { name: "execution", type: "integer", nullable: true, comment: null },
      { name: "depends_on", type: 'array(row("Task" varchar, status varchar))', nullable: null, comment: null },
    ],
    definition: null,
    promises: {
      family: "evergreen_tasks",
      version: "2.0.0",
      status: "active",
      released: "2026-03-01",
      endOfSupport: "2026-11-23",
      grain: { columns: ["execution", "task_id"] },
      granularity: "One row per execution of a task.",
      deletionMode: "soft",
      deletionColumn: "execution",
      latency: [
        { element: "execution", text: "1 business day", value: { ...time, businessDays: 1 } },
        { element: null, text: "PT1H", value: { ...time, milliseconds: hour } },
      ],
      frequency: [{ element: null, text: "0 * * * *", value: { longestGap: hour, months: null } }],
      retention: [
        { element: null, text: "unlimited", value: "unlimited" },
        { element: "execution", text: "2 y", value: { ...time, months: 24 } },
      ],
      owner: "Evergreen",
      support: [
        { channel: "#evergreen", url: "https://example.slack.com/evergreen", tool: "slack" },
        { channel: "mail", url: null, tool: null },
      ],
      documentation: [{ type: "alation", url: "https://alation.example.com/tasks" }],
      stakeholders: [
        { team: "Build Baron Tools", contact: "#bb", ready: "2026-12-01" },
        { team: "insights", contact: null, ready: null },
      ],
      lineage: {
        successor: "awsdatacatalog.dev_prod_live.evergreen_tasks_v3",
        predecessor: "awsdatacatalog.dev_prod_live.evergreen_tasks_v1",
        versionReason: "Executions became rows.",
      },
      use: "semi-realtime",
      filling: {
        job: "evergreen_tasks",
        task: "python",
        justification: "Needs numpy.",
        sql: "sql/evergreen_tasks.sql",
        serviceAccount: "svc-evergreen",
      },
      project: "evergreen",
      evergreen: true,
      nestedDescriptions: new Map([
        ["depends_on[]", "One dependency."],
        ['depends_on[]."Task"', "The other task."],
      ]),
    },
  });
});

test("every promise is found at its lines", () => {
  const lines = Array.from(readContractFile(full, file).places, ([path, { line, endLine }]) => [path, line, endLine]);
  expect(lines).toEqual([
    ["", 10, 10],
    ["task_id", 12, 17],
    ["execution", 18, 23],
    ["depends_on", 24, 31],
    ["depends_on[]", 26, 31],
    ['depends_on[]."Task"', 29, 31],
    ["@grain", 15, 15],
    ["@granularity", 34, 34],
    ["@version", 4, 4],
    ["@status", 5, 5],
    ["@owner", 35, 35],
    ["@support", 36, 38],
    ["@documentation", 39, 40],
    ["@released", 42, 42],
    ["@endOfSupport", 43, 43],
    ["@latency(execution)", 44, 44],
    ["@latency", 45, 45],
    ["@frequency", 46, 46],
    ["@retention", 47, 47],
    ["@retention(execution)", 48, 48],
    ["@deletion", 51, 51],
    ["@deletionColumn", 52, 52],
    ["@stakeholders", 53, 56],
    ['@stakeholders("Build Baron Tools")', 55, 55],
    ["@stakeholders(insights)", 56, 56],
    ["@successor", 57, 57],
    ["@predecessor", 58, 58],
    ["@versionReason", 59, 59],
    ["@use", 60, 60],
    ["@job", 61, 61],
    ["@task", 62, 62],
    ["@justification", 63, 63],
    ["@sql", 64, 64],
    ["@serviceAccount", 65, 65],
    ["@project", 66, 66],
    ["@evergreen", 67, 67],
  ]);
});

test.each([
  [
    "a key that ODCS does not know",
    "    physicalName:",
    "    physicalNam:",
    ['10:5: schema[0]: unknown key "physicalNam"; did you mean physicalName?'],
  ],
  [
    "a key of a column that ODCS does not know",
    "required: true",
    "requird: true",
    ['14:9: schema[0].properties[0]: unknown key "requird"; did you mean required?'],
  ],
  [
    "a key of an element that ODCS does not know",
    "          description: One",
    "          descriptio: One",
    ['27:11: schema[0].properties[2].items: unknown key "descriptio"; did you mean description?'],
  ],
  ["a missing key of the standard", "id: evergreen-tasks\n", "", ["1:1: id: is missing; ODCS requires it"]],
  [
    "another kind of file",
    "DataContract",
    "DataContrac",
    ['2:7: kind: must be one of DataContract, not "DataContrac"; did you mean DataContract?'],
  ],
  ["a number for text", "version: 2.0.0", "version: 2.0", ["4:10: version: must be text; put it in quotes"]],
  ["a server without a port", " port: 443,", "", ["7:5: servers[0].port: is missing; ODCS requires it"]],
  [
    "another version of the standard",
    "v3.1.0",
    "v3.0.2",
    ['1:13: apiVersion: must be v3.1.0, not "v3.0.2"; did you mean v3.1.0?'],
  ],
  [
    "a version of two parts",
    "version: 2.0.0",
    'version: "2.0"',
    ["4:10: version: must be three numbers like 2.0.0; the first is the view's version"],
  ],
  [
    "another status",
    "status: active",
    "status: actve",
    ['5:9: status: must be one of proposed, draft, active, deprecated, retired, not "actve"; did you mean active?'],
  ],
  [
    "another server",
    "type: trino, host",
    "type: custom, host",
    ["7:28: servers[0].type: must be trino, where the view is published"],
  ],
  [
    "another kind of view",
    "physicalType: materialized view",
    "physicalType: topic",
    ["32:19: schema[0].physicalType: must be one of view, materialized-view, table"],
  ],
  [
    "no name of the view",
    "    physicalName: Evergreen_Tasks_v2\n",
    "",
    ["9:5: schema[0].physicalName: is missing; it must be text"],
  ],
  [
    "a type that is none",
    "physicalType: VARCHAR",
    "physicalType: varchar(",
    [
      "13:23: schema[0].properties[0].physicalType: is no Trino type: Expected a type at column 9, found the end of the text.",
    ],
  ],
  [
    "no type",
    "        physicalType: int\n",
    "",
    ["18:9: schema[0].properties[1].physicalType: is missing; write Trino's type, like varchar"],
  ],
  [
    "a column twice",
    "physicalName: execution",
    "physicalName: TASK_ID",
    ["18:9: schema[0].properties[1]: the column task_id stands twice"],
  ],
  [
    "a position twice",
    "primaryKeyPosition: 2",
    "primaryKeyPosition: 1",
    ["22:29: schema[0].properties[1].primaryKeyPosition: 1 is the position of another column too"],
  ],
  [
    "a position left out",
    "        primaryKeyPosition: 2\n",
    "",
    ["12:9: schema[0].properties[0].primaryKeyPosition: is missing, and other columns of the key have one"],
  ],
  [
    "a position from 0",
    "primaryKeyPosition: 2",
    "primaryKeyPosition: 0",
    ["16:29: schema[0].properties[0].primaryKeyPosition: must count from 1"],
  ],
  [
    "a field the type does not have",
    "- name: Task\n",
    "- name: Tasks\n",
    ['29:15: schema[0].properties[2].items.properties[0]: the type has no field "Tasks"; did you mean Task?'],
  ],
  [
    "a field of another type",
    "              physicalType: varchar",
    "              physicalType: bigint",
    [
      '30:29: schema[0].properties[2].items.properties[0].physicalType: is "bigint" here, and varchar in the type of the column',
    ],
  ],
  [
    "a latency without a unit",
    "unit: business day, element",
    "element",
    ["44:33: slaProperties[2].value: has no unit; write one of s, min, h, d, week, business day, month, quarter, year"],
  ],
  [
    "a promise twice",
    "latency, value: PT1H",
    "latency, value: PT1H, element: execution",
    ["45:5: slaProperties[3]: latency stands here twice for execution"],
  ],
  [
    "a schedule that is none",
    "0 * * * *",
    "0 * * *",
    ["46:68: slaProperties[4].schedule: is no cron expression; write five fields like 0 6 * * *"],
  ],
  [
    "a retention that is no time",
    "value: unlimited",
    "value: forever",
    ["47:35: slaProperties[5].value: is no length of time; write one like 1 h, 30 min, 2 days or PT1H; or unlimited"],
  ],
  [
    "a day that does not exist",
    "2026-03-01",
    "2026-02-30",
    ["42:45: slaProperties[0].value: must be a date that exists, like 2026-11-22"],
  ],
  [
    "a date for an element",
    "2026-03-01 }",
    "2026-03-01, element: task_id }",
    ["42:66: slaProperties[0].element: is about the whole view; leave element out"],
  ],
  [
    "an SLA row misspelt",
    "property: latency, value: PT1H",
    "property: Latency, value: PT1H",
    ["45:17: slaProperties[3].property: is not read in this spelling; did you mean latency?"],
  ],
  [
    "a key of ours misspelt",
    "property: deletionMode",
    "property: deletion_mode",
    ["51:17: customProperties[0].property: is not read in this spelling; did you mean deletionMode?"],
  ],
  [
    "a key of ours twice",
    "property: deletionColumn",
    "property: deletionMode",
    ["52:17: customProperties[1].property: deletionMode stands here twice"],
  ],
  [
    "another deletion mode",
    "value: soft",
    "value: sotf",
    ['51:38: customProperties[0].value: must be one of hard, soft, none, not "sotf"; did you mean soft?'],
  ],
  [
    "a stakeholder's key misspelt",
    'contact: "#bb"',
    'contct: "#bb"',
    ['55:36: customProperties[2].value[0]: unknown key "contct"; did you mean contact?'],
  ],
  [
    "a stakeholder twice",
    "team: insights",
    "team: Build Baron Tools",
    ["56:17: customProperties[2].value[1].team: stands here twice"],
  ],
  [
    "a successor without its schema",
    "awsdatacatalog.dev_prod_live.Evergreen",
    "Evergreen",
    ["57:35: customProperties[3].value: must be a view's full name, catalog.schema.name"],
  ],
  [
    "another version than the name's",
    "version: 2.0.0",
    "version: 12.0.0",
    ["4:10: version: is 12.0.0, but the view is evergreen_tasks_v2: the first number must be 2"],
  ],
  [
    "a column of deletion that is none",
    "value: Execution }",
    "value: Executions }",
    ["52:40: customProperties[1].value: names executions, which is no column here; did you mean execution?"],
  ],
  [
    "an element that is no column",
    "unit: y, element: execution",
    "unit: y, element: 'depends_on.Task, started'",
    ["48:56: slaProperties[6].element: names started, which is no column here"],
  ],
  ["a key twice", "id: evergreen-tasks", "id: a\nid: b", ['4:1: the key "id" stands here twice']],
  ["no YAML", "status: active", "status: 'active", ["69:1: not YAML: Missing closing 'quote"]],
])("%s is refused with place, reason and what is allowed", (_what, from, to, expected) => {
  expect(problemsOf(full.replace(from, to))).toEqual(expected.map((line) => `${file}:${line}`));
});

test("a file of two views is refused, as is one of none", () => {
  const view = least.slice(least.indexOf("  - name: evergreen_tasks"));
  const problem = "schema: must describe exactly one view; every view has a file of its own";
  expect(problemsOf(least + view)).toEqual([`${file}:9:3: ${problem}`]);
  expect(problemsOf(least.replace(view, "  []\n"))).toEqual([`${file}:9:3: ${problem}`]);
});

test("an empty file is refused", () => {
  expect(problemsOf("")).toEqual([`${file}:1:1: must be keys with values`]);
});

function problemsOf(text: string): string[] {
  try {
    readContractFile(text, file);
  } catch (error) {
    if (error instanceof UserError) return error.message.split("\n");
    throw error;
  }
  return [];
}
