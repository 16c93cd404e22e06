import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import type { Report } from "@schema-gate/report";
import { golden } from "@schema-gate/testing";
import fc from "fast-check";
import { validateXML } from "xmllint-wasm";
import { hostile, hostileReports } from "./hostile-reports.js";
import { renderJunit } from "./lazy-renderers.js";
import * as samples from "./sample-reports.js";
import { type Element, elementsNamed, readXml } from "./xml-reader.js";

const reports: [string, Report][] = [
  ["everything", samples.everything],
  ["waived-only", samples.waivedOnly],
  ["passed", samples.passed],
  ["nothing", samples.nothing],
  ["hostile", hostile],
];

test.each(reports)("%s reads as Jenkins expects", async (name, report) => {
  const text = renderJunit(report);
  expect(text).toBe(golden(new URL(`golden/${name}.junit.xml`, import.meta.url), text));
  const schema = readFileSync(new URL("schemas/junit-10.xsd", import.meta.url), "utf8");
  const { errors } = await validateXML({ xml: [{ fileName: `${name}.xml`, contents: text }], schema: [schema] });
  expect(errors).toEqual([]);
});

/** What the attributes of a suite claim, and what is in it. */
function counted(suite: Element): [claimed: unknown[], held: unknown[]] {
  const { tests, failures, skipped, errors } = suite.attributes;
  const held = ["testcase", "failure", "skipped", "error"].map((name) => elementsNamed(suite, name).length);
  return [[tests, failures, skipped ?? String(held[2]), errors], held.map(String)];
}

test("whatever strangers write is XML, counted right, with a test for each finding in the suite of its view", () => {
  fc.assert(
    fc.property(hostileReports, (report) => {
      const root = readXml(renderJunit(report));
      for (const each of [root, ...root.children]) {
        const [claimed, held] = counted(each);
        expect(claimed).toEqual(held);
      }
      const ids = elementsNamed(root, "testcase").map(({ attributes }) => attributes.name?.split(" ").at(-1));
      expect(ids.sort()).toEqual(report.findings.map(({ id }) => id).sort());
    }),
  );
});

test("a character XML has no way to say is shown", () => {
  const message = "a\ufffeb\uffffc\u0000d\ud800e\u000bf\u0085g";
  const root = readXml(renderJunit(samples.aReport([samples.aFinding({ message })])));
  const [failure] = elementsNamed(root, "failure");
  const shown = "a\\u{fffe}b\\u{ffff}c\\u{0}d\\u{d800}e\\u{b}f\\u{85}g";
  expect(failure?.text.split("\n")[0]).toBe(shown);
  expect(failure?.attributes.message).toBe(`BLOCK breaking: ${shown}`);
});

test.each(["block", "acknowledge", "warn"] as const)("nothing found and yet %s is no success", (verdict) => {
  const root = readXml(renderJunit({ ...samples.nothing, verdict }));
  expect(counted(root)).toEqual([
    ["1", "1", "0", "0"],
    ["1", "1", "0", "0"],
  ]);
});

test("nothing found is one test that passed", () => {
  expect(counted(readXml(renderJunit(samples.nothing)))).toEqual([
    ["1", "0", "0", "0"],
    ["1", "0", "0", "0"],
  ]);
});
