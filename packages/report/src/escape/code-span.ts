import { visibleText } from "./visible-text.js";

/**
 * A stranger's text as Markdown code, where GitHub reads no mentions, issue numbers, links, HTML or emphasis. Not for
 * table cells: there a `|` would end the cell before the code is read.
 */
export function codeSpan(text: string): string {
  if (text === "") return "(empty)";
  // Parsers give up on very long fences; nobody reads that many backticks either.
  const shown = visibleText(text).replace(/`{9,}/g, (run) => "\\u{60}".repeat(run.length));
  const longest = Math.max(0, ...Array.from(shown.matchAll(/`+/g), ([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  // Markdown takes one space off both ends, and a backtick at an end would widen the fence.
  const padding = /^[ `]|[ `]$/.test(shown) && shown.trim() !== "" ? " " : "";
  return `${fence}${padding}${shown}${padding}${fence}`;
}
