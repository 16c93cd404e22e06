import { expect, test } from "@jest/globals";
import { type Report, renderJson, renderMarkdown, renderText } from "@schema-gate/report";
import fc from "fast-check";
import { hostile, hostileReports } from "./hostile-reports.js";

/**
 * What nobody would see, and whatever a terminal would obey and a log reader take for a command: GitHub reads `::name::` where a line starts, and
 * `##[name]` anywhere in it, as others read `##vso[`.
 */
function obeyed(shown: string): readonly string[] {
  const unseen = /(?!\n)[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}]/gu;
  return [...(shown.match(unseen) ?? []), ...(shown.match(/^\s*::.*|##\[|##vso\[/gm) ?? [])];
}

const formats: [string, (report: Report) => string][] = [
  ["text", (report) => renderText(report, { colour: false })],
  ["text of 40 columns", (report) => renderText(report, { colour: false, width: 40 })],
  ["markdown", (report) => renderMarkdown(report)],
  ["shortened markdown", (report) => renderMarkdown(report, { maxLength: 900 })],
  ["json", renderJson],
];

test.each(formats)("nothing of a hostile report is obeyed in %s", (_, render) => {
  expect(obeyed(render(hostile))).toEqual([]);
});

test.each(formats)("whatever strangers write, nothing of it is obeyed in %s", (_, render) => {
  fc.assert(fc.property(hostileReports, (report) => expect(obeyed(render(report))).toEqual([])));
});

test("whatever strangers write, JSON says it unchanged", () => {
  fc.assert(fc.property(hostileReports, (report) => expect(JSON.parse(renderJson(report))).toEqual(report)));
});
