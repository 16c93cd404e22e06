import { readContractFile } from "../contract-file/read-contract-file.js";
import { UserError } from "../user-error.js";

/** Where the contracts of tests say that they stand. */
export const file = "schemas/awsdatacatalog/dev_prod_live/evergreen_tasks_v2.yaml";

/** A contract that says no more than it must. */
export const least = `apiVersion: v3.1.0
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

/** A contract that says everything there is to say. */
export const full = `${least}        required: true
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

/** What is wrong with the text of a contract, a line each. */
export function problemsOf(text: string): string[] {
  try {
    readContractFile(text, file);
  } catch (error) {
    if (error instanceof UserError) return error.message.split("\n");
    throw error;
  }
  return [];
}
