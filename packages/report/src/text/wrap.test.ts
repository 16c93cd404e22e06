import { expect, test } from "@jest/globals";
import { wrap } from "./wrap.js";

test.each([
  ["what fits stays", "  one two", 20, "  one two"],
  ["breaks at spaces", "    one two three", 11, "    one two\n    three"],
  ["breaks more than once", "    one two three", 7, "    one\n    two\n    three"],
  ["a label stays with its text", "at  snapshots/a/b/c.json:12 x", 10, "at  snapshots/a/b/c.json:12\n    x"],
  ["text after a long word goes on", "    snapshots/a/b/c.json and", 10, "    snapshots/a/b/c.json\n    and"],
  ["a single long word", "snapshots/a/b/c.json", 10, "snapshots/a/b/c.json"],
  ["a width below the indentation", "    a b c", 2, "    a\n    b\n    c"],
  ["no width", "a b c", Number.POSITIVE_INFINITY, "a b c"],
])("%s", (_what, line, width, expected) => {
  expect(wrap(line, width, 4)).toBe(expected);
});
