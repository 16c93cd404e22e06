import { expect, test } from "@jest/globals";
import type { Contract } from "../contract.js";
import { UserError } from "../user-error.js";
import { applyPatch } from "./apply-patch.js";
import { nextLines } from "./next-lines.js";
import { parseHistory } from "./parse-history.js";
import { patchBetween } from "./patch-between.js";
import { lineId } from "./print-history-line.js";
import { rebuildHistory } from "./rebuild-history.js";
import { snapshotDocument } from "./snapshot-document.js";
import { stateDigest } from "./state-digest.js";
import { stateOn } from "./state-on.js";

const view = { catalog: "c", schema: "s", name: "orders_v1" };
const column = (name: string, type = "bigint") => ({ name, type, nullable: null, comment: null });
const withColumns = (...names: string[]): Contract => ({
  ...view,
  kind: "view",
  security: "definer",
  comment: null,
  columns: names.map((name) => column(name)),
  definition: null,
});
const file = "snapshots/c/s/orders_v1.history.jsonl";
const read = (text: string) => rebuildHistory(parseHistory(Buffer.from(text), file), file, view);
const takeItBack = "Take the file back as git has it, or delete it to begin anew.";

/** The history of a view that lost a column a day. */
function lines(): [string, string, string] {
  let history = "";
  let before: Contract | null = null;
  for (const [date, columns] of [
    ["2026-03-01", ["a", "b", "c"]],
    ["2026-03-05", ["a", "b"]],
    ["2026-03-09", ["a"]],
  ] as const) {
    const after = withColumns(...columns);
    history += nextLines(history === "" ? null : read(history), { before, after, verdict: "block", date });
    before = after;
  }
  const [one = "", two = "", three = ""] = history.split("\n");
  return [one, two, three];
}
const [first, second, third] = lines();

test.each([
  ["appended", ["a", "b"], ["a", "b", "x"], [["add", "/columns/2"]]],
  ["inserted", ["a", "b"], ["x", "a", "b"], [["add", "/columns/0"]]],
  ["removed", ["a", "b", "c"], ["a", "c"], [["remove", "/columns/1"]]],
  [
    "renamed",
    ["a", "b", "c"],
    ["a", "x", "c"],
    [
      ["remove", "/columns/1"],
      ["add", "/columns/1"],
    ],
  ],
  ["moved to the front", ["a", "b", "c"], ["c", "a", "b"], [["move", "/columns/0"]]],
  ["moved to the end", ["a", "b", "c"], ["b", "c", "a"], [["move", "/columns/2"]]],
])("a column %s is as many operations, whatever stands after it", (_, before, after, expected) => {
  const [one, other] = [before, after].map((names) => snapshotDocument(withColumns(...names)));
  const patch = patchBetween(one ?? null, other ?? null);
  expect(patch.map(({ op, path }) => [op, path])).toEqual(expected);
  expect(applyPatch(one ?? null, patch)).toEqual(other);
});

test("a type, a comment and a column changed at once are an operation each, and nothing else", () => {
  const before = withColumns("a", "b");
  const after: Contract = {
    ...before,
    comment: "Orders.",
    columns: [column("x"), column("a"), column("b", "varchar")],
  };
  expect(patchBetween(snapshotDocument(before), snapshotDocument(after))).toEqual([
    { op: "add", path: "/columns/0", value: column("x") },
    { op: "replace", path: "/columns/2/type", value: "varchar" },
    { op: "replace", path: "/comment", value: "Orders." },
  ]);
});

test("a line has the keys of the format in their order, and names the line before by its SHA-256", () => {
  expect(Object.keys(JSON.parse(second))).toEqual(["formatVersion", "date", "verdict", "follows", "after", "patch"]);
  expect(JSON.parse(second)).toEqual({
    formatVersion: 1,
    date: "2026-03-05",
    verdict: "block",
    follows: [lineId(first)],
    after: stateDigest(withColumns("a", "b")),
    patch: [{ op: "remove", path: "/columns/2" }],
  });
});

test.each([
  [
    "2026-02-28",
    `${file} begins on 2026-03-01: what stood there on 2026-02-28 it does not know. Ask git for the file of that day.`,
  ],
  ["2026-03-01", ["a", "b", "c"]],
  ["2026-03-04", ["a", "b", "c"]],
  ["2026-03-05", ["a", "b"]],
  ["2026-12-31", ["a"]],
])("on %s", (day, expected) => {
  const history = read(`${first}\n${second}\n${third}\n`);
  const ask = () => stateOn(history, day, stateDigest(withColumns("a")));
  if (typeof expected === "string") expect(ask).toThrow(new UserError("usage", expected));
  else expect(ask()).toBe(stateDigest(withColumns(...expected)));
});

test("lines of Windows, doubled, turned round, with blank ones between, are the same history", () => {
  const mixed = `${third}\r\n\r\n${first}\r\n${second}\n${first}\n\n${third}`;
  expect(read(mixed).entries.map(({ date, line }) => [date, line])).toEqual([
    ["2026-03-01", 3],
    ["2026-03-05", 4],
    ["2026-03-09", 1],
  ]);
});

/** Kind and message of a refusal; what caused it is for developers. */
function refusalOf(text: string): readonly [string, string] | null {
  try {
    read(text);
    return null;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [error.kind, error.message];
  }
}

const lost = `it follows a line that is not in the file: lines before it were lost or edited. ${takeItBack}`;
const replaced = (line: string, change: object) => JSON.stringify({ ...JSON.parse(line), ...change });
const patched = (...patch: object[]) => replaced(first, { patch });
const noOperation = (path: string) =>
  `${path} is no operation that a history may hold: whole views, columns, or one text of either. ${takeItBack}`;
const noPlace = (path: string) => `${path} is no place that a history may change. ${takeItBack}`;
const notAsWritten = `it is not as schema-diff snapshot writes a line. ${takeItBack}`;
const add = JSON.parse(first).patch[0];

test.each([
  ["the first line lost", [second, third], 1, lost],
  ["a line lost in between", [first, third], 2, lost],
  ["a line edited that others follow", [first, replaced(second, { verdict: "pass" }), third], 3, lost],
  [
    "the state of the last line edited",
    [first, replaced(second, { after: "0".repeat(64) })],
    2,
    `its patch does not make the state it was recorded with. ${takeItBack}`,
  ],
  [
    "the patch of the last line edited",
    [first, replaced(second, { patch: [{ op: "remove", path: "/columns/0" }] })],
    2,
    `its patch does not make the state it was recorded with. ${takeItBack}`,
  ],
  [
    "a patch that does not fit",
    [first, replaced(second, { patch: [{ op: "remove", path: "/columns/7" }] })],
    2,
    `its patch cannot be applied to the state before it. ${takeItBack}`,
  ],
  [
    "a patch of nothing",
    [patched({ op: "remove", path: "/columns/0" })],
    1,
    `its patch cannot be applied to the state before it. ${takeItBack}`,
  ],
  [
    "a day before that of the line it follows",
    [first, replaced(second, { date: "2026-02-01" })],
    2,
    "it is of 2026-02-01, and follows line 1 of 2026-03-01.",
  ],
  [
    "another view",
    [patched({ ...add, value: { ...add.value, name: "x_v1" } })],
    1,
    `it is about c.s.x_v1, not c.s.orders_v1. ${takeItBack}`,
  ],
  [
    "an unknown version",
    [replaced(first, { formatVersion: 2 })],
    1,
    "formatVersion 2 is unknown; this version reads formatVersion 1.",
  ],
  [
    "a day that does not exist",
    [replaced(first, { date: "2026-02-30" })],
    1,
    `date must be a date that exists, like 2026-11-22. ${takeItBack}`,
  ],
  [
    "an unknown verdict",
    [replaced(first, { verdict: "fine" })],
    1,
    `verdict must be one of block, acknowledge, warn, pass, not "fine". ${takeItBack}`,
  ],
  ["a key more", [replaced(first, { author: "Ada" })], 1, `it has keys that no line has. ${takeItBack}`],
  [
    "a key spelt __proto__",
    [first.replace("{", '{"__proto__":{"a":1},')],
    1,
    `it has keys that no line has. ${takeItBack}`,
  ],
  ["blanks", [first.replace("{", "{ ")], 1, notAsWritten],
  ["keys in another order", [first.replace(/^\{("formatVersion":1),(.*?),/, "{$2,$1,")], 1, notAsWritten],
  [
    "a path through __proto__",
    [patched({ op: "add", path: "/__proto__/polluted", value: "x" })],
    1,
    noOperation("patch[0]"),
  ],
  [
    "a path through constructor",
    [patched(add, { op: "replace", path: "/constructor/prototype/x", value: "x" })],
    1,
    noPlace("patch[1].path"),
  ],
  ["a path to the name", [patched(add, { op: "replace", path: "/name", value: "x_v1" })], 1, noPlace("patch[1].path")],
  [
    "a path outside of the columns",
    [patched(add, { op: "add", path: "/columns/-", value: column("x") })],
    1,
    noPlace("patch[1].path"),
  ],
  ["a copy", [patched(add, { op: "copy", from: "/columns/0", path: "/columns/1" })], 1, noOperation("patch[1]")],
  ["a list", ["[]"], 1, 'the key "formatVersion" is missing; this version reads formatVersion 1.'],
])("%s is refused with file and line", (_, given, line, problem) => {
  expect(refusalOf(given.join("\n"))).toEqual(["usage", `${file}:${line}: ${problem}`]);
  expect(({} as Record<string, unknown>).polluted).toBe(undefined);
});

test.each([
  ["half a line", `${first}\n${second.slice(0, 40)}`, 2],
  ["conflict markers", `<<<<<<< HEAD\n${first}`, 1],
  ["a doubled key", `${first.replace("{", '{"date":"2026-01-01",')}`, 1],
  ["a million brackets", `${first}\n${"[".repeat(2 ** 21)}`, 2],
])("%s: what is no JSON is refused with file and line", (_, text, line) => {
  expect(() => read(text)).toThrow(UserError);
  expect(() => read(text)).toThrow(
    new RegExp(`^Cannot read ${file}: .*\\(line ${line}, column \\d+\\)\\. ${takeItBack}$`),
  );
});

test("a history that would fill the memory is refused", () => {
  const before = { ...withColumns("a"), definition: "x".repeat(2 ** 22) };
  let history = nextLines(null, { before: null, after: before, verdict: "pass", date: "2026-03-01" });
  const digestOf = (comment: string) => stateDigest({ ...before, comment });
  const digests = { there: digestOf("there"), back: digestOf("back") };
  for (let index = 1; index < 70; index++) {
    const previous = history.trimEnd().split("\n").at(-1) ?? "";
    const comment = index % 2 === 1 ? "there" : "back";
    const after = digests[comment];
    const patch = [{ op: "replace", path: "/comment", value: comment }];
    history += `${replaced(previous, { follows: [lineId(previous)], after, patch })}\n`;
  }
  expect(() => read(history)).toThrow(new UserError("usage", `${file}:64: it holds more than is read. ${takeItBack}`));
});
