import { expect, test } from "@jest/globals";
import { renderText } from "@schema-gate/report";
import { golden } from "@schema-gate/testing";
import { hostile } from "./hostile-reports.js";
import * as samples from "./sample-reports.js";

const file = (name: string) => new URL(`golden/${name}.txt`, import.meta.url);

test.each([
  ["everything", samples.everything, { colour: false }],
  ["everything-on-80-columns", samples.everything, { colour: false, width: 80 }],
  ["everything-in-colour", samples.everything, { colour: true }],
  ["acknowledged", samples.acknowledged, { colour: false }],
  ["warned", samples.warned, { colour: false }],
  ["waived-only", samples.waivedOnly, { colour: false }],
  ["passed", samples.passed, { colour: false }],
  ["nothing", samples.nothing, { colour: false }],
  ["hostile", hostile, { colour: false }],
])("%s reads as a person expects", (name, report, options) => {
  const text = renderText(report, options);
  expect(text).toBe(golden(file(name), text));
});

test("the last line is the verdict", () => {
  const last = renderText(samples.everything, { colour: false }).trimEnd().split("\n").at(-1);
  expect(last).toBe("Verdict: block. 3 findings block this change.");
});

test("against a live server nobody proposes a change", () => {
  const { compared } = samples.everything;
  const drifted = {
    ...samples.everything,
    compared: { ...compared, after: { ...compared.after, kind: "live" as const } },
  };
  const last = renderText(drifted, { colour: false }).trimEnd().split("\n").at(-1);
  expect(last).toBe("Verdict: block. 3 findings block: live Trino does not keep what was promised.");
});

test("without colour nothing but printable text and line feeds reaches the terminal, and no line is a command", () => {
  for (const options of [{ colour: false }, { colour: false, width: 40 }, { colour: false, width: 1 }]) {
    const text = renderText(hostile, options);
    expect(text.match(/[^\n\x20-\x7e]/g)).toEqual(null);
    expect(text.split("\n").filter((line) => /^\s*::|##\[/.test(line))).toEqual([]);
  }
});

test("a type of a quarter million characters is shortened", () => {
  const type = `row(${"a varchar, ".repeat(25_000)}b varchar)`;
  const report = samples.aReport([samples.aFinding({ message: `a was ${type}.` })]);
  const line = renderText(report, { colour: false }).split("\n")[2];
  expect(line).toBe(`    ${`a was ${type}`.slice(0, 600)} … (${type.length - 593} more characters)`);
});

test("the page of a rule is named once", () => {
  const text = renderText(hostile, { colour: false });
  expect(text.match(/schema-diff explain column-removed/g)?.length).toBe(1);
});
