import { expect, test } from "@jest/globals";
import { markdownProse } from "./markdown-prose.js";

test.each([
  ["plain words stay prose", "The columns stand in another order.", [], "The columns stand in another order."],
  ["letters of the world stay prose", "Größe wie beim Müller's, 大きさ.", [], "Größe wie beim Müller's, 大きさ."],
  ["small numbers stay prose", "It is 3 days (or 12).", [], "It is 3 days (or 12)."],
  ["names become code", "Column pod_id was removed.", ["pod_id"], "Column `pod_id` was removed."],
  ["also when nobody names them", "Use evergreen_tasks_v2.", [], "Use `evergreen_tasks_v2`."],
  [
    "a known name that is a word",
    "Column status (varchar) was removed.",
    ["status", "varchar"],
    "Column `status` (`varchar`) was removed.",
  ],
  ["a known name only as a whole word", "a was at a.", ["a"], "`a` was at `a`."],
  [
    "a known name with spaces",
    "It is array(row(a varchar)).",
    ["array(row(a varchar))"],
    "It is `array(row(a varchar))`.",
  ],
  [
    "the longer of two known names",
    "From decimal(10,2) to decimal(12,2).",
    ["decimal(10,2)", "decimal"],
    "From `decimal(10,2)` to `decimal(12,2)`.",
  ],
  ["brackets stay with what they belong to", "(timestamp(3))", [], "(`timestamp(3)`)"],
  ["a known name glued to something", "x[] and x", ["x"], "`x[]` and `x`"],
  ["a mention", "Ask @team or (@team/x).", [], "Ask `@team` or (`@team/x`)."],
  ["issues", "Fixes #123, GH-12 and owner/repo#1.", [], "Fixes `#123`, `GH-12` and `owner/repo#1`."],
  [
    "commits",
    "Since deadbeef, x/defaced and 0123456789abcdef.",
    [],
    "Since `deadbeef`, `x/defaced` and `0123456789abcdef`.",
  ],
  ["addresses", "http://evil www.evil.example a@b.example", [], "`http://evil` `www.evil.example` `a@b.example`"],
  ["what an address starts with", "www. http: mailto:", [], "`www`. http: mailto:"],
  ["a link", "[x](http://evil) ](http://evil)", [], "`[x](http://evil)` `](http://evil)`"],
  ["an image", "![x](y) <img src=x onerror=alert(1)>", [], "`![x](y)` `<img` `src=x` `onerror=alert(1)>`"],
  ["a comment", "--> <!-- x", [], "`-->` `<!--` x"],
  ["emphasis", "*a* __b__ ~~c~~", [], "`*a*` `__b__` `~~c~~`"],
  ["backticks", "a`b ``", ["`"], "``a`b`` ``` `` ```"],
  ["entities", "&lt;b&gt; &#64;team", [], "`&lt;b&gt`; `&#64;team`"],
  ["a table", "a | b", [], "a `|` b"],
  ["line ends", "a\n# b\r\n- c", [], "`a\\u{a}#` `b\\u{d}\\u{a}-` c"],
  ["a workflow command", "::error::x y::", [], "`:\\u{3a}error:\\u{3a}x` `y:`:"],
  ["an emoji by name", ":tada:", [], "`:tada`:"],
  ["a formula", "$a$ \\(b\\)", [], "`$a$` `\\(b\\)`"],
  ["a direction", "a \u202eb", [], "a `\\u{202e}b`"],
  ["nothing", "", [], ""],
])("%s", (_what, text, names, expected) => {
  expect(markdownProse(text, names)).toBe(expected);
});
