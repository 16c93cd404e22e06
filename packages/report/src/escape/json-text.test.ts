import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { visibleJson } from "./json-text.js";

test.each([
  ["plain JSON with its line feeds", '{\n  "a": 1\n}\n', '{\n  "a": 1\n}\n'],
  ["letters of the world", '"größe 大 🙂"', '"größe 大 🙂"'],
  ["direction", '"\u202e\u2066\u200f\u061c"', '"\\u202e\\u2066\\u200f\\u061c"'],
  ["C1 controls and delete", '"\u009b\u007f"', '"\\u009b\\u007f"'],
  ["separators", '"\u2028\u2029"', '"\\u2028\\u2029"'],
  ["zero width", '"\u200b\ufeff"', '"\\u200b\\ufeff"'],
  ["shorthand controls", '"\u{1bca0}"', '"\\ud82f\\udca0"'],
  ["commands in logs", '"##[error]a ###vso[b #1"', '"#\\u0023[error]a #\\u0023\\u0023vso[b #1"'],
  ["tags, in two units", '"\u{e0041}"', '"\\udb40\\udc41"'],
])("%s", (_what, json, expected) => {
  expect(visibleJson(json)).toBe(expected);
});

test("the meaning never changes", async () => {
  await fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(JSON.parse(visibleJson(JSON.stringify(text)))).toBe(text);
    }),
  );
});
