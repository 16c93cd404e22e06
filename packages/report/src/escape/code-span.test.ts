import { expect, test } from "@jest/globals";
import { codeSpan } from "./code-span.js";

test.each([
  ["a name", "pod_id", "`pod_id`"],
  ["nothing", "", "(empty)"],
  ["spaces only", "  ", "`  `"],
  ["spaces at the ends", " a ", "`  a  `"],
  ["a backtick inside", "a`b", "``a`b``"],
  ["backticks at the ends", "`a`", "`` `a` ``"],
  ["a fence of our own length", "``a`", "``` ``a` ```"],
  ["very many backticks", "`".repeat(9), `\`${"\\u{60}".repeat(9)}\``],
  ["a line end", "a\n# b", "`a\\u{a}# b`"],
  ["a mention", "@team", "`@team`"],
  ["a link out of the text", "](http://evil)", "`](http://evil)`"],
  ["an image with a script", "<img src=x onerror=alert(1)>", "`<img src=x onerror=alert(1)>`"],
  ["the end of a comment", "-->", "`-->`"],
  ["an expression", "\u0024{{ github.token }}", "`\u0024{{ github.token }}`"],
  ["a workflow command", "::error::x", "`:\\u{3a}error:\\u{3a}x`"],
  ["an override of the direction", "\u202ea", "`\\u{202e}a`"],
])("%s", (_what, text, expected) => {
  expect(codeSpan(text)).toBe(expected);
});
