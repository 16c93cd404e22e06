import { expect, test } from "@jest/globals";
import { declareColumns } from "./declare-columns.js";

const file = "schemas/a/live/tasks_v1.yaml";
const head = `# Asked for by the build barons.
apiVersion: v3.1.0
kind:    DataContract
id: 'tasks'
version: "1.4.0"
status: active     # since spring
servers: [{ server: trino, type: trino, host: h, port: 443, catalog: a, schema: live }]
schema:
- name: tasks
  physicalName: tasks_v1
  properties:
  - {name: task_id, physicalType: varchar}
  - name: updated_at   # in UTC
    physicalType: timestamp(3)
`;
const tail = `
# How late may it be?
slaProperties:
- {property: latency, value: 1, unit: h, element: tasks_v1.updated_at}
`;
const state = { name: "state", type: "varchar", comment: null };

test("columns come at the end of those declared, and nothing else of the text changes", () => {
  const cost = { name: "cost", type: "decimal(10,2)", comment: "US dollars: net" };
  const { text, contract } = declareColumns(head + tail, file, [state, cost]);
  expect(text).toBe(
    `${head}  - name: state\n    physicalType: varchar\n  - name: cost\n    physicalType: decimal(10,2)\n    description: "US dollars: net"\n${tail}`,
  );
  expect(contract.columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
    "task_id varchar",
    "updated_at timestamp(3)",
    "state varchar",
    "cost decimal(10,2)",
  ]);
});

test("a contract of flow style keeps it", () => {
  const document = {
    apiVersion: "v3.1.0",
    kind: "DataContract",
    id: "t",
    version: "1.0.0",
    status: "active",
    servers: [{ server: "trino", type: "trino", host: "h", port: 443, catalog: "a", schema: "live" }],
    schema: [{ name: "tasks", physicalName: "tasks_v1", properties: [{ name: "x", physicalType: "varchar" }] }],
  };
  const { text } = declareColumns(JSON.stringify(document), file, [state]);
  document.schema[0]?.properties.push({ name: "state", physicalType: "varchar" });
  expect(JSON.parse(text)).toEqual(document);
});

test("names of strangers are data", () => {
  const names = ["a: b", "- c", "# d", "e\n  - name: f", "{g}", "null", "'h'", "on"];
  const columns = names.map((name) => ({ name, type: "varchar", comment: `${name}\u0007` }));
  const { contract } = declareColumns(head + tail, file, columns);
  expect(contract.columns.slice(2).map(({ name }) => name)).toEqual(names);
});

test("what would be no contract is not handed on", () => {
  const twice = { name: "task_id", type: "varchar", comment: null };
  expect(() => declareColumns(head + tail, file, [twice])).toThrow(expect.objectContaining({ kind: "usage" }));
});
