import { expect, test } from "@jest/globals";
import { lastLines } from "./last-lines.js";

test("only the last lines are kept, without blank ones and colours", () => {
  expect(lastLines("one\n\u001b[1mtwo\u001b[0m\n\n  \nthree\n", 2)).toBe("two\nthree");
});

test("a short text is kept whole, an empty one stays empty", () => {
  expect(lastLines("one", 5)).toBe("one");
  expect(lastLines("\n\n", 5)).toBe("");
});
