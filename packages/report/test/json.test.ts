import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { type Report, renderJson, reportJsonSchema, reportSchema } from "@schema-gate/report";
import { golden } from "@schema-gate/testing";
import { hostile } from "./hostile-reports.js";
import * as samples from "./sample-reports.js";

test("report format 1 is written with its keys in order", () => {
  const json = renderJson(samples.everything);
  expect(json).toBe(golden(new URL("golden/everything.json", import.meta.url), json));
});

test.each([
  ["everything", samples.everything],
  ["drift", samples.drifted],
  ["hostile", hostile],
  ["nothing", samples.nothing],
])("%s reads back as the same report, and the schema accepts it", (_name, report) => {
  expect(reportSchema.parse(JSON.parse(renderJson(report)))).toEqual(report);
});

test("what drift knows of live Trino is told after what was compared", () => {
  const { compared } = JSON.parse(renderJson(samples.drifted));
  const keys = ["before", "after", "policy", "asOf", "planned", "changed", "unchanged", "covered"];
  expect(Object.keys(compared)).toEqual(keys);
  expect(Object.keys(JSON.parse(renderJson(samples.everything)).compared)).toEqual(keys.slice(0, -1));
  expect(Object.entries(compared.covered)).toEqual(Object.entries(samples.drifted.compared.covered ?? {}));
});

test("a terminal shows what is in the JSON", () => {
  expect(renderJson(hostile).match(/[^\n\x20-\x7e]/g)).toEqual(null);
});

test.each([
  ["a key of nobody", (report: object) => ({ ...report, extra: 1 })],
  ["another format", (report: object) => ({ ...report, formatVersion: 2 })],
  ["an unknown verdict", (report: object) => ({ ...report, verdict: "ok" })],
  ["a missing part", (report: object) => ({ ...report, counts: undefined })],
])("the schema refuses %s", (_what, spoil) => {
  expect(reportSchema.safeParse(spoil(samples.everything)).success).toBe(false);
});

test("what the schema reads is what the code calls a report", () => {
  const read: Report = reportSchema.parse(JSON.parse(renderJson(samples.everything)));
  expect(read.formatVersion).toBe(1);
});

test("the published JSON Schema is what the code reads (else run pnpm generate)", () => {
  const published = readFileSync(new URL("../json-schema/report.v1.schema.json", import.meta.url), "utf8");
  expect(JSON.parse(published)).toEqual(JSON.parse(JSON.stringify(reportJsonSchema())));
});
