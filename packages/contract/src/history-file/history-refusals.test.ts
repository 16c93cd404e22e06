import { expect, test } from "@jest/globals";
import { column, file, first, read, second, takeItBack, third, withColumns } from "../testing/orders-history.js";
import { UserError } from "../user-error.js";
import { nextLines } from "./next-lines.js";
import { lineId } from "./print-history-line.js";
import { stateDigest } from "./state-digest.js";

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
