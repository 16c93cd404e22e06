import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { rules } from "@schema-gate/diff";
import type { Report } from "@schema-gate/report";
import { golden } from "@schema-gate/testing";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { hostile, hostileReports } from "./hostile-reports.js";
import { renderSarif } from "./lazy-renderers.js";
import * as samples from "./sample-reports.js";

// A pattern of the schema has a stray bracket, which only the older reading of patterns takes.
const ajv = new Ajv({ strict: false, unicodeRegExp: false });
addFormats.default(ajv);
const isSarif = ajv.compile(
  JSON.parse(readFileSync(new URL("schemas/sarif-schema-2.1.0.json", import.meta.url), "utf8")),
);

/** What the standard's schema has against a text. */
function faults(text: string): unknown {
  return isSarif(JSON.parse(text)) ? null : isSarif.errors;
}

const options = { version: "1.2.3", rulePages: "https://example.com/docs/rules/" };

test.each([
  ["everything", samples.everything, options],
  ["waived-only", samples.waivedOnly, {}],
  ["nothing", samples.nothing, options],
  ["hostile", hostile, {}],
] as const)("%s is SARIF 2.1.0", (name, report, given) => {
  const text = renderSarif(report, given);
  expect(text).toBe(golden(new URL(`golden/${name}.sarif.json`, import.meta.url), text));
  expect(faults(text)).toBe(null);
});

test("the schema refuses what is no SARIF", () => {
  const text = renderSarif(samples.everything);
  expect(faults(text.replace('"level": "error"', '"level": "fatal"'))).not.toBe(null);
  expect(faults(text.replace('"ruleIndex": 0', '"ruleIndex": -2'))).not.toBe(null);
});

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: { physicalLocation: { artifactLocation: { uri: string }; region: object } }[];
  readonly partialFingerprints: Record<string, string>;
  readonly suppressions: { justification: string }[];
}

interface Run {
  readonly tool: { driver: { rules: { id: string; helpUri?: string }[] } };
  readonly invocations: { toolExecutionNotifications: { level: string; message: { text: string } }[] }[];
  readonly results: Result[];
}

function runOf(report: Report): Run {
  return JSON.parse(renderSarif(report, options)).runs[0];
}

test("whatever strangers write is SARIF, with no link, and files are named by addresses of the repository", () => {
  fc.assert(
    fc.property(hostileReports, (report) => {
      const text = renderSarif(report);
      expect(faults(text)).toBe(null);
      const { results } = runOf(report);
      expect(results.flatMap(({ message }) => message.text.match(/\]\(/g) ?? [])).toEqual([]);
      for (const { locations } of results) {
        const uri = locations[0]?.physicalLocation.artifactLocation.uri ?? "";
        const { protocol, host, search, hash } = new URL(uri, "https://repository/");
        expect([["https:", "file:"].includes(protocol), search, hash]).toEqual([true, "", ""]);
        expect(host).toBe(protocol === "file:" ? "" : "repository");
      }
    }),
  );
});

test("ids are fingerprints, levels say what the gate does, and each result's rule is where it points", () => {
  const { results, tool } = runOf(samples.everything);
  const level = { block: "error", acknowledge: "warning", warn: "warning", allow: "note" };
  const told = results.map(({ partialFingerprints, ruleIndex, level: shown, suppressions }) => {
    return [partialFingerprints["schemaGate/v1"], tool.driver.rules[ruleIndex]?.id, shown, suppressions.length];
  });
  const expected = samples.everything.findings.map(({ id, rule, action, waiver }) => {
    return [id, rule, level[action], waiver === null ? 0 : 1];
  });
  expect(told.sort()).toEqual(expected.sort());
});

test("what has no place stands where its view has another finding, or else in the configuration", () => {
  const located = samples.aFinding({ rule: "column-removed" });
  const { results } = runOf(
    samples.aReport([
      samples.aFinding({ rule: "owner-removed", location: null }),
      located,
      samples.aFinding({ rule: "nothing-compared", location: null, view: null }),
      samples.aFinding({ rule: "view-added", location: null, view: "a.b.c" }),
    ]),
  );
  const configuration = ["schema-gate.yaml", { startLine: 1, endLine: 1 }];
  const nearest = [located.location?.file, { startLine: 12, endLine: 12 }];
  expect(
    results.map(({ locations: [first] }) => [
      first?.physicalLocation.artifactLocation.uri,
      first?.physicalLocation.region,
    ]),
  ).toEqual([nearest, nearest, configuration, configuration]);
});

test.each([
  ["snapshots/a/b%20c.json", "snapshots/a/b%2520c.json"],
  ["before:after.json", "before%3Aafter.json"],
  ["/tmp/a b#c?.json", "file:///tmp/a%20b%23c%3F.json"],
  ["//host/a", "file:////host/a"],
  ["a\ud800b", "a%EF%BF%BDb"],
])("the file %j is %s", (file, uri) => {
  const { results } = runOf(
    samples.aReport([samples.aFinding({ location: { side: "after", file, line: 1, endLine: 1 } })]),
  );
  expect(results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(uri);
});

test("every rule explains itself, and says where its page stands", () => {
  const report = samples.aReport(rules.map(({ id }) => samples.aFinding({ rule: id })));
  expect(faults(renderSarif(report, options))).toBe(null);
  const described = runOf(report).tool.driver.rules;
  expect(described.map(({ id, helpUri }) => [id, helpUri])).toEqual(
    rules.map(({ id }) => [id, `https://example.com/docs/rules/${id}.md`]),
  );
  expect(described.filter((rule) => !("help" in rule && "fullDescription" in rule))).toEqual([]);
});

test("of more results than GitHub takes the weakest are left out, and that is said", () => {
  const notes = Array.from({ length: 24_999 }, () => samples.aFinding({ action: "allow", impact: "additive" }));
  const blocks = Array.from({ length: 3 }, () => samples.aFinding({}));
  const { results, invocations } = runOf(samples.aReport([...notes, ...blocks]));
  expect(results.length).toBe(25_000);
  expect(results.slice(0, 4).map(({ level }) => level)).toEqual(["error", "error", "error", "note"]);
  expect(invocations[0]?.toolExecutionNotifications[1]).toEqual({
    level: "error",
    message: { text: "2 findings of 25002 left out: a run holds 25000 results." },
  });
});
