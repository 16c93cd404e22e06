import { expect, test } from "@jest/globals";
import type { Report, ReportFinding } from "@schema-gate/report";
import { acknowledgeFindings, viewsToAcknowledge } from "./acknowledge-findings.js";
import { countFindings, verdictOf } from "./verdict.js";

function aFinding(view: string | null, action: ReportFinding["action"], id: string): ReportFinding {
  return {
    id,
    rule: "definition-not-analysed",
    kind: "change",
    impact: "risky",
    action,
    view,
    path: "@definition",
    before: null,
    after: null,
    breaks: [],
    message: "It cannot be analysed.",
    remedy: "",
    witness: null,
    location: null,
    readers: [],
    waiver: null,
  };
}

function aReport(...findings: readonly ReportFinding[]): Report {
  const side = { kind: "git", commit: null, digest: "", views: 1 } as const;
  const compared = {
    before: side,
    after: side,
    policy: null,
    asOf: "2026-11-22",
    planned: false,
    changed: 1,
    unchanged: 0,
  };
  return { formatVersion: 1, verdict: verdictOf(findings), compared, counts: countFindings(findings), findings };
}

const tasks = aFinding("a.b.tasks_v1", "acknowledge", "1");
const hosts = aFinding("a.b.hosts_v1", "acknowledge", "2");
const builds = aFinding("a.b.builds_v1", "block", "3");
const gate = aFinding(null, "acknowledge", "4");
const owners = new Map([
  ["a.b.tasks_v1", ["ada"]],
  ["a.b.builds_v1", ["ada"]],
]);
const leads = { members: ["grace"], plurality: 1 };

function actions(findings: readonly ReportFinding[], approvals: readonly string[]) {
  const report = acknowledgeFindings(aReport(...findings), owners, leads, approvals);
  return [report.verdict, ...report.findings.map(({ action, message }) => `${action}: ${message}`)];
}

test.each([
  ["nobody", [], ["acknowledge", "acknowledge: It cannot be analysed.", "acknowledge: It cannot be analysed."]],
  [
    "a stranger",
    ["eve"],
    ["acknowledge", "acknowledge: It cannot be analysed.", "acknowledge: It cannot be analysed."],
  ],
  [
    "the owner of one",
    ["ADA"],
    ["acknowledge", "warn: It cannot be analysed. Acknowledged by ada.", "acknowledge: It cannot be analysed."],
  ],
  [
    "a lead",
    ["grace"],
    [
      "warn",
      "warn: It cannot be analysed. Acknowledged by grace.",
      "warn: It cannot be analysed. Acknowledged by grace.",
    ],
  ],
])("two views are acknowledged by %s", (_who, approvals, expected) => {
  expect(actions([tasks, hosts], approvals)).toEqual(expected);
});

test("what blocks is not acknowledged away", () => {
  expect(actions([builds, tasks], ["ada", "grace"])).toEqual([
    "block",
    "block: It cannot be analysed.",
    "warn: It cannot be analysed. Acknowledged by ada.",
  ]);
});

test("what concerns no view is for a lead", () => {
  expect(actions([gate], ["ada"])).toEqual(["acknowledge", "acknowledge: It cannot be analysed."]);
  expect(actions([gate], ["grace"])).toEqual(["warn", "warn: It cannot be analysed. Acknowledged by grace."]);
});

test("only views that wait for an owner are asked for, each once", () => {
  const twice = aFinding("a.b.tasks_v1", "acknowledge", "5");
  expect(viewsToAcknowledge(aReport(tasks, twice, builds, gate, hosts))).toEqual(["a.b.tasks_v1", "a.b.hosts_v1"]);
});

test("a report in which nothing waits stays as it is", () => {
  const report = aReport(builds);
  expect(acknowledgeFindings(report, owners, leads, ["ada"])).toBe(report);
});
