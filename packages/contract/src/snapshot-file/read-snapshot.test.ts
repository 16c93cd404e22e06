import { expect, test } from "@jest/globals";
import type { Contract } from "../contract.js";
import { UserError } from "../user-error.js";
import { printBundle, printSnapshot } from "./print-snapshot.js";
import { locateView, locateViews, parseSnapshotText, readView } from "./read-snapshot.js";
import { linesOfColumn } from "./view-text.js";

const tasks: Contract = {
  catalog: "awsdatacatalog",
  schema: "dev_prod_live",
  name: "evergreen_tasks_v1",
  kind: "view",
  security: "definer",
  comment: "One row per task execution.",
  columns: [
    { name: "task_id", type: "varchar", nullable: null, comment: "Unique task id." },
    { name: 'od"d\n', type: "array(row(a bigint))", nullable: false, comment: null },
  ],
  definition: "SELECT\n  1",
};

test("a snapshot file has the exact bytes of the format, one line a column", () => {
  expect(printSnapshot({ ...tasks, columns: tasks.columns.slice(0, 1), definition: null })).toBe(
    `{
  "formatVersion": 1,
  "catalog": "awsdatacatalog",
  "schema": "dev_prod_live",
  "name": "evergreen_tasks_v1",
  "kind": "view",
  "security": "definer",
  "comment": "One row per task execution.",
  "columns": [
    { "name": "task_id", "type": "varchar", "nullable": null, "comment": "Unique task id." }
  ],
  "definition": null
}
`,
  );
});

test("what is printed is read back the same, as a file and in a bundle", () => {
  expect(parseSnapshotText(printSnapshot(tasks), "t.json")).toEqual(tasks);
  const bytes = Buffer.from(printBundle([tasks, { ...tasks, name: "b_v1", columns: [] }]));
  const views = locateViews(bytes, "bundle.json");
  expect(views.map((view) => readView(bytes, view, "bundle.json"))).toEqual([
    tasks,
    { ...tasks, name: "b_v1", columns: [] },
  ]);
  expect(views[0] && [linesOfColumn(views[0], 0), linesOfColumn(views[0], 1)]).toEqual([
    { line: 13, endLine: 13 },
    { line: 14, endLine: 14 },
  ]);
});

test("an absent key means unknown, and names fold to lower case", () => {
  const text = '{"formatVersion":1,"catalog":"C","schema":"S","name":"V","columns":[{"name":"A","type":"bigint"}]}';
  expect(parseSnapshotText(text, "v.json")).toEqual({
    catalog: "c",
    schema: "s",
    name: "v",
    kind: null,
    security: null,
    comment: null,
    columns: [{ name: "a", type: "bigint", nullable: null, comment: null }],
    definition: null,
  });
});

test("a view that stands in the twin bundle too is taken over, with its lines moved", () => {
  const other = { ...tasks, name: "a_v1" };
  const before = Buffer.from(printBundle([tasks]));
  const after = Buffer.from(printBundle([other, tasks]));
  const twin = { bytes: before, views: locateViews(before, "before.json") };
  const beside = locateViews(after, "after.json", twin);
  const alone = locateViews(after, "after.json");
  expect(beside.map(({ twin: _, ...view }) => view)).toEqual(alone);
  expect(beside.map((view) => view.twin?.name ?? null)).toEqual([null, "evergreen_tasks_v1"]);
});

test("a view laid out by somebody else is read the same, and its columns stand where they stand", () => {
  const text = JSON.stringify({ formatVersion: 1, ...tasks }, null, 3);
  expect(parseSnapshotText(text, "t.json")).toEqual(tasks);
  const located = locateView(Buffer.from(text), "t.json");
  expect([linesOfColumn(located, 0), linesOfColumn(located, 1)]).toEqual([
    { line: 10, endLine: 15 },
    { line: 16, endLine: 21 },
  ]);
});

test("a second name hidden at the end of a printed line is refused", () => {
  const text = printSnapshot(tasks).replace('"comment": "One', '"name": "other", "comment": "One');
  const moved = printSnapshot(tasks).replace('"kind": "view",', '"kind": "view", "name": "other",');
  const behind = printSnapshot(tasks).replace('"definition": "SELECT\\n  1"', '"definition": "x", "columns": []');
  expect(() => parseSnapshotText(text, "t.json")).toThrow('the key "name" stands twice in one object');
  expect(() => parseSnapshotText(moved, "t.json")).toThrow('the key "name" stands twice in one object');
  expect(() => parseSnapshotText(behind, "t.json")).toThrow('the key "columns" stands twice in one object');
});

const view = (members: string) => `{"formatVersion":1,"catalog":"c","schema":"s","name":"v",${members}}`;
const column = '{"name":"a","type":"bigint"}';

test.each([
  ["", "expected an object, found the end of the file (line 1, column 1)"],
  ["select 1", 'expected an object, found "s" (line 1, column 1)'],
  ["[1]", 'expected an object, found "[" (line 1, column 1)'],
  [view(`"columns":[${column}]`).slice(0, -1), 'expected "," or "}", found the end of the file (line 1, column 98)'],
  [`${view('"columns":[]')}x`, 'expected nothing after the view, found "x" (line 1, column 71)'],
  [view('"columns":[{"name":"a","type":}]'), 'expected a value, found "}" (line 1, column 88)'],
  [view('"columns":{}'), "columns: must be a list, not keys with values (line 1, column 68)"],
  [view(`"columns":[\n${column},\n{"name":"b"}]`), "columns[1].type: is missing; it must be text (line 3, column 1)"],
  [view(`"columns":[${column},\n{"name":"A","type":"x"}]`), 'the column "a" stands twice (line 2, column 1)'],
  [
    view('"columns":[],"__proto__":{"polluted":true}'),
    'unknown key "__proto__"; allowed here: formatVersion, catalog, schema, name, kind, security, comment, columns, definition (line 1, column 71)',
  ],
  [
    view('"columns":[],\n"kind":"views"'),
    'kind: must be one of view, materialized-view, table, not "views"; did you mean view? (line 2, column 8)',
  ],
  [view('"columns":[\n{"name":"","type":"b"}]'), "columns[0].name: must not be empty (line 2, column 9)"],
  [view('"columns":[{"name":"a","nam":"b"}]'), "columns[0].type: is missing; it must be text (line 1, column 69)"],
  [view('"columns":[],"coment":null'), 'unknown key "coment"; did you mean comment? (line 1, column 71)'],
  [
    view('"columns":[{"name":"a","type":"b","__proto__":1}]'),
    'columns[0]: unknown key "__proto__"; allowed here: name, type, nullable, comment (line 1, column 92)',
  ],
  [view('"columns":[],"name":"w"'), 'the key "name" stands twice in one object (line 1, column 71)'],
  [
    view('"columns":[{"name":"a","type":"bigint",\n "type":"varchar"}]'),
    'the key "type" stands twice in one object (line 2, column 2)',
  ],
  [
    view('"columns":[{"name":"a","\\u0074ype":"bigint","type":"varchar"}]'),
    'the key "type" stands twice in one object (line 1, column 102)',
  ],
  [
    view('"columns":[{"name":"a","type":"bigint","more":[{"x":1,"x":2}]}]'),
    'the key "x" stands twice in one object (line 1, column 112)',
  ],
  [
    view('"columns":[]').replace(":1,", ":2,"),
    "formatVersion 2 is unknown; this version reads formatVersion 1 (line 1, column 18)",
  ],
  [
    view('"columns":[]').replace('"formatVersion":1,', ""),
    'the key "formatVersion" is missing; this version reads formatVersion 1 (line 1, column 1)',
  ],
  [view(`"columns":${"[".repeat(100)}`), 'nested deeper than 64 levels, found "[" (line 1, column 132)'],
  [view('"columns":[{"name":"a'), "a bracket or string is not closed, found the end of the file (line 1, column 80)"],
])("bad input is refused with its place: %.60s", (text, reason) => {
  const read = () => parseSnapshotText(text, "snapshots/v.json");
  expect(read).toThrow(UserError);
  expect(read).toThrow(new UserError("usage", `Cannot read snapshots/v.json: ${reason}`));
});

test.each([
  [
    '{"formatVersion":1,"views":[],"more":1}',
    'a bundle has no key "more"; it holds "formatVersion" and "views", found "1" (line 1, column 38)',
  ],
  [
    '{"views":[],\n "formatVersion": "1", "more": []}',
    'formatVersion "1" is unknown; this version reads formatVersion 1 (line 2, column 19)',
  ],
  ['{"formatVersion":1}', 'a bundle needs the key "views", found the end of the file (line 1, column 20)'],
  ['{"views":[]}', 'the key "formatVersion" is missing; this version reads formatVersion 1 (line 1, column 1)'],
  [
    '{"formatVersion":1,"views":[{"name":"v"}]}',
    'a view needs the keys "catalog", "schema" and "name", found "]" (line 1, column 41)',
  ],
])("a bad bundle is refused with its place: %s", (text, reason) => {
  expect(() => locateViews(Buffer.from(text), "b.json")).toThrow(
    new UserError("usage", `Cannot read b.json: ${reason}`),
  );
});

test.each([
  ["a key", '"', '":1}', 2],
  ["a name", '"views":[{"name":"', '"}]}', 19],
  ["a version", '"formatVersion":"', '"}', 18],
])("a text too long to be held is refused with its place: %s", (_, before, after, column) => {
  const bytes = Buffer.from(`{${before}${"x".repeat(64 * 1024 * 1024)}${after}`);
  expect(() => locateViews(bytes, "b.json")).toThrow(
    new UserError("usage", `Cannot read b.json: a text is longer than 67108864 bytes (line 1, column ${column})`),
  );
});
