import { expect, test } from "@jest/globals";
import { findDeepNesting } from "./yaml-nesting.js";

const times = (count: number, text: string) => text.repeat(count);

test.each([
  ["nothing", "", null],
  ["brackets as deep as allowed", times(32, "[") + times(32, "]"), null],
  ["many brackets beside each other", `a: [${times(500, "[x], ")}]`, null],
  ["brackets in quotes and in a block of text", `a: "${times(99, "[")}"\nb: |\n  ${times(99, "[")}\n`, null],
  ["many lines with indicators", times(500, "- a: b\n"), null],
  ["dashes in a block of text", `a: |\n  ${times(99, "- ")}\n`, null],
  ["brackets", times(33, "["), 32],
  ["brackets after text", `a: b\nc: ${times(33, "[")}`, 40],
  ["braces", times(33, "{a: "), 128],
  ["dashes on one line", times(33, "- "), 64],
  ["question marks on one line", times(33, "? "), 64],
  ["colons on one line", times(33, ": "), 64],
  ["tabs between dashes", times(33, "-\t"), 64],
  ["a line that starts far to the right", `a:\n${times(129, " ")}b: c`, 133],
])("%s: %#", (_what, text, expected) => {
  expect(findDeepNesting(text)).toBe(expected);
});

test("half a million levels are found without recursion", () => {
  expect(findDeepNesting(times(500_000, "["))).toBe(32);
});
