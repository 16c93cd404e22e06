import { expect, test } from "@jest/globals";
import { visibleText } from "./visible-text.js";

test.each([
  ["an innocent sentence", "Column pod_id (varchar) was removed.", "Column pod_id (varchar) was removed."],
  ["letters of the world", "größe, 大きさ, μ, 🙂", "größe, 大きさ, μ, 🙂"],
  ["line ends", "a\nb\r\nc", "a\\u{a}b\\u{d}\\u{a}c"],
  ["a tab", "a\tb", "a\\u{9}b"],
  ["an escape sequence", "\u001b[31mred\u001b[0m", "\\u{1b}[31mred\\u{1b}[0m"],
  ["a one-byte escape sequence", "\u009b31m", "\\u{9b}31m"],
  ["a terminal title", "\u001b]0;x\u0007", "\\u{1b}]0;x\\u{7}"],
  ["delete and null", "a\u007f\u0000", "a\\u{7f}\\u{0}"],
  ["an override of the direction", "\u202egnp.exe", "\\u{202e}gnp.exe"],
  ["isolates and marks", "\u2066a\u2069\u200e\u200f\u061c", "\\u{2066}a\\u{2069}\\u{200e}\\u{200f}\\u{61c}"],
  ["zero width", "pod\u200b_\u200c\u200d\u2060\ufeffid", "pod\\u{200b}_\\u{200c}\\u{200d}\\u{2060}\\u{feff}id"],
  ["spaces that look like one", "a\u00a0b\u2009c\u3000", "a\\u{a0}b\\u{2009}c\\u{3000}"],
  ["letters without ink", "\u3164\u2800\u115f", "\\u{3164}\\u{2800}\\u{115f}"],
  ["soft hyphen and variation selectors", "\u00ad\ufe0f\u{e0101}", "\\u{ad}\\u{fe0f}\\u{e0101}"],
  ["tags", "\u{e0041}\u{e007f}", "\\u{e0041}\\u{e007f}"],
  ["separators", "a\u2028b\u2029c", "a\\u{2028}b\\u{2029}c"],
  ["half a character", "a\ud83d", "a\\u{d83d}"],
  ["a workflow command", "::error file=a::b", ":\\u{3a}error file=a:\\u{3a}b"],
  ["a workflow command in disguise", ":::stop-commands::x", ":\\u{3a}\\u{3a}stop-commands:\\u{3a}x"],
  ["older commands", "##[group]x ##vso[task]", "#\\u{23}[group]x #\\u{23}vso[task]"],
  ["single colons and hashes", "a:b #1", "a:b #1"],
  [
    "what a shell, YAML or HTML would read",
    "\u0024{{ secrets.X }} $(id) <img> `x`",
    "\u0024{{ secrets.X }} $(id) <img> `x`",
  ],
])("%s", (_what, text, expected) => {
  expect(visibleText(text)).toBe(expected);
});
