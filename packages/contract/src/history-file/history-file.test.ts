import { expect, test } from "@jest/globals";
import type { Contract } from "../contract.js";
import { column, file, first, read, second, third, withColumns } from "../testing/orders-history.js";
import { UserError } from "../user-error.js";
import { applyPatch } from "./apply-patch.js";
import { patchBetween } from "./patch-between.js";
import { lineId } from "./print-history-line.js";
import { snapshotDocument } from "./snapshot-document.js";
import { stateDigest } from "./state-digest.js";
import { stateOn } from "./state-on.js";

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
