import { expect, test } from "@jest/globals";
import { file, full, least } from "../testing/a-contract.js";
import { readContractFile } from "./read-contract-file.js";

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
