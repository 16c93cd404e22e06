import { expect, test } from "@jest/globals";
import type { Report } from "@schema-gate/report";
import { addFindings } from "./add-findings.js";
import { gateFinding } from "./gate-finding.js";
import { countFindings, verdictOf } from "./verdict.js";

const side = { kind: "git", commit: null, digest: "", views: 1 } as const;
const compared = {
  before: side,
  after: side,
  policy: null,
  asOf: "2026-11-22",
  planned: false,
  changed: 0,
  unchanged: 1,
};
const unused = gateFinding("waiver-unused", { path: "b", message: "", action: "warn", location: null });
const report: Report = {
  formatVersion: 1,
  verdict: verdictOf([unused]),
  compared,
  counts: countFindings([unused]),
  findings: [unused],
};

test("what is added stands in its place, is counted, and decides the verdict", () => {
  const edited = gateFinding("policy-edited", { path: "a", message: "", action: "block", location: null });
  expect(addFindings(report, [edited])).toEqual({
    ...report,
    verdict: "block",
    counts: { ...report.counts, gate: 2 },
    findings: [edited, unused],
  });
});

test("nothing added is nothing changed", () => {
  expect(addFindings(report, [])).toBe(report);
});
