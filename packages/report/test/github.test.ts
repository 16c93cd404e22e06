import { expect, test } from "@jest/globals";
import { type ReportFinding, visibleText } from "@schema-gate/report";
import { golden } from "@schema-gate/testing";
import fc from "fast-check";
import { hostile, hostileReports } from "./hostile-reports.js";
import { renderGithub } from "./lazy-renderers.js";
import * as samples from "./sample-reports.js";
import { readCommands } from "./workflow-commands.js";

test.each([
  ["everything", samples.everything],
  ["wide", samples.wide],
  ["waived-only", samples.waivedOnly],
  ["passed", samples.passed],
  ["nothing", samples.nothing],
  ["hostile", hostile],
])("%s reads as GitHub expects", (name, report) => {
  const text = renderGithub(report);
  expect(text).toBe(golden(new URL(`golden/${name}.github.txt`, import.meta.url), text));
});

test("the runner reads what was written, at its place", () => {
  const file = "snapshots/a,b:c%2C/100%\n.json";
  const message = "Column a%0Ab, c::d (50 %) was removed.";
  const finding = samples.aFinding({
    path: "a:b,c%3A:",
    message,
    location: { side: "after", file, line: 3, endLine: 5 },
  });
  const [command, ...others] = readCommands(renderGithub(samples.aReport([finding])));
  expect(others).toEqual([]);
  expect(command?.name).toBe("error");
  expect(command?.properties).toEqual({
    file: "snapshots/a,b:c%2C/100%\\u{a}.json",
    line: "3",
    endLine: "5",
    title: "BLOCK breaking: column-removed at a:b,c%3A:",
  });
  expect(command?.message.split("\n")[0]).toBe("Column a%0Ab, c:\\u{3a}d (50 %) was removed.");
});

test("whatever strangers write, there is one command for each finding and no other", () => {
  const told = ({ action, rule, location }: ReportFinding) => {
    const name = action === "block" ? "error" : action === "allow" ? "notice" : "warning";
    return [name, rule, location && visibleText(location.file)];
  };
  fc.assert(
    fc.property(hostileReports, (report) => {
      const commands = readCommands(renderGithub(report));
      const read = commands.map(({ name, properties, message }) => {
        const [, rule] = /^rule: (.*)$/m.exec(message) ?? [];
        return [name, rule, properties.file];
      });
      expect(read.sort()).toEqual(report.findings.map(told).sort());
    }),
  );
});

test("of each level ten are annotations, what blocks first, and the last line says how many are not", () => {
  const of = (count: number, given: Partial<ReportFinding>) =>
    Array.from({ length: count }, (_, index) => samples.aFinding({ path: `c${index}`, ...given }));
  const report = samples.aReport([
    ...of(11, { action: "allow", impact: "additive" }),
    ...of(10, { action: "warn", impact: "risky" }),
    ...of(2, { action: "acknowledge", impact: "risky" }),
    ...of(12, {}),
  ]);
  const log = renderGithub(report);
  const commands = readCommands(log);
  const actions = commands.map(({ name, message }) => `${name} ${/^action: (.*)$/m.exec(message)?.[1]}`);
  const times = (count: number, text: string) => Array.from({ length: count }, () => text);
  expect(actions).toEqual([
    ...times(10, "error block"),
    ...times(2, "warning acknowledge"),
    ...times(8, "warning warn"),
    ...times(10, "notice allow"),
  ]);
  const ids = [...log.matchAll(/finding: ([0-9a-f]{16})/g)].map(([, id]) => id);
  expect(ids.sort()).toEqual(report.findings.map(({ id }) => id).sort());
  expect(log.trimEnd().split("\n").at(-1)).toBe(
    "Annotated 30 of 35 findings; GitHub shows 10 of a level in a step. Only in this log: 2 errors, 2 warnings, 1 notice.",
  );
});
