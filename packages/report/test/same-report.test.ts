import { expect, test } from "@jest/globals";
import type { ReportFinding } from "@schema-gate/report";
import { readPage } from "./html-reader.js";
import { renderGithub, renderHtml, renderJunit, renderSarif } from "./lazy-renderers.js";
import { everything } from "./sample-reports.js";
import { readCommands } from "./workflow-commands.js";
import { readXml } from "./xml-reader.js";

/** What somebody reads in each format. */
const read: [string, string][] = [
  ["sarif", Object.values(flat(JSON.parse(renderSarif(everything)))).join("\n")],
  ["junit", junitText()],
  [
    "github",
    `${renderGithub(everything)}${readCommands(renderGithub(everything))
      .map(({ message }) => message)
      .join("\n")}`,
  ],
  ["html", readPage(renderHtml(everything)).text],
];

function junitText(): string {
  const root = readXml(renderJunit(everything));
  return [root.text, ...Object.values(flat(root))].join("\n");
}

/** Every text inside of a value. */
function flat(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return value && typeof value === "object" ? Object.values(value).flatMap(flat) : [];
}

function texts(finding: ReportFinding): readonly string[] {
  const { id, rule, kind, impact, action, view, path, before, after, message, remedy, readers, waiver } = finding;
  const all = [id, rule, impact ?? kind, action, view, path, before, after, message, remedy, ...readers];
  return [...all, ...(waiver === null ? [] : Object.values(waiver))].filter((text) => text !== null && text !== "");
}

test.each(read)("%s says verdict and counts, and of each finding all there is", (_, shown) => {
  const { compared, findings } = everything;
  const whole = [
    "Found 2 breaking, 4 risky, 2 additive, 1 neutral, 1 policy, 1 gate, 1 waived.",
    "Verdict: block. 3 findings block this change.",
    `as of ${compared.asOf}.`,
    ...findings.flatMap(texts),
  ];
  expect(whole.filter((text) => !shown.includes(text))).toEqual([]);
});
