import { expect, test } from "@jest/globals";
import { file, full, least, problemsOf } from "../testing/a-contract.js";

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
