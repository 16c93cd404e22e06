import { expect, test } from "@jest/globals";
import { keyPath, quoted } from "./key-path.js";

test.each([
  [[], ""],
  [["a"], "a"],
  [["a", "b-c", 0, "d"], "a.b-c[0].d"],
  [[0, "a"], "[0].a"],
  [["my server", "x"], '"my server".x'],
  [["a\n::error::"], '"a\\n::error::"'],
])("the path %j is written %s", (path, expected) => {
  expect(keyPath(path)).toBe(expected);
});

test("a long text is shortened with the number of what is missing", () => {
  expect(quoted("x".repeat(100))).toBe(`"${"x".repeat(60)}" and 40 more characters`);
});
