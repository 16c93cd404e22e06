import { expect, test } from "@jest/globals";
import { markdownLink } from "./markdown-link.js";

test.each([
  ["https://github.com/a/b/runs/1?x=y#z", "[whole](https://github.com/a/b/runs/1?x=y#z)"],
  ["https://github.com/a(b)", "[whole](https://github.com/a%28b%29)"],
  ["https://github.com/a b\n", "[whole](https://github.com/a%20b)"],
  ["https://github.com/?`[x]<y>|*_~\\", "[whole](https://github.com/?%60%5Bx%5D%3Cy%3E%7C%2A%5F%7E%5C)"],
])("%j is linked", (address, expected) => {
  expect(markdownLink("whole", address)).toBe(expected);
});

test.each(["javascript:alert(1)", "data:text/html,x", "/relative", ""])("%j is not linked", (address) => {
  expect(() => markdownLink("whole", address)).toThrow(RangeError);
});
