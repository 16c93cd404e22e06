import { expect, test } from "@jest/globals";
import { renderJson } from "@schema-gate/report";
import fc from "fast-check";
import { everyFormat } from "./every-format.js";
import { hostile, hostileReports } from "./hostile-reports.js";

/** The commands we write ourselves, in the format for GitHub; nothing in them is another. */
const ours =
  /^::(?:error|warning|notice) (?:file=[^:,\n]*,line=\d+,endLine=\d+,)?title=[^:,\n]*::(?:(?!::|##\[|##vso\[).)+$/gm;

/**
 * What nobody would see, and whatever a terminal would obey and a log reader take for a command: GitHub reads `::name::` where a line starts, and
 * `##[name]` anywhere in it, as others read `##vso[`.
 */
function obeyed(shown: string): readonly string[] {
  const unseen = /(?!\n)[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}]/gu;
  const others = shown.replace(ours, "");
  return [...(shown.match(unseen) ?? []), ...(others.match(/^\s*::.*|##\[|##vso\[/gm) ?? [])];
}

test.each(everyFormat)("nothing of a hostile report is obeyed in %s", (_, render) => {
  expect(obeyed(render(hostile))).toEqual([]);
});

test.each(everyFormat)("whatever strangers write, nothing of it is obeyed in %s", (_, render) => {
  fc.assert(fc.property(hostileReports, (report) => expect(obeyed(render(report))).toEqual([])));
});

test("whatever strangers write, JSON says it unchanged", () => {
  fc.assert(fc.property(hostileReports, (report) => expect(JSON.parse(renderJson(report))).toEqual(report)));
});
