import { expect, test } from "@jest/globals";
import { listSome, shorten } from "./shorten.js";

test.each([
  ["abcde", 5, "abcde"],
  ["abcdef", 5, "abcde … (1 more characters)"],
  ["abcd🙂ef", 5, "abcd … (4 more characters)"],
  ["", 5, ""],
])("%j cut to %i is %j", (text, longest, expected) => {
  expect(shorten(text, longest)).toBe(expected);
});

test.each([
  [["a", "b"], "a, b"],
  [["a", "b", "c", "d"], "a, b and 2 more"],
  [[], ""],
])("%j is listed as %j", (names, expected) => {
  expect(listSome(names, 2)).toBe(expected);
});
