import { expect, test } from "@jest/globals";
import { defaultConfig, printWaiver, type Waiver } from "@schema-gate/contract";
import { findingId, rules } from "@schema-gate/diff";
import type { ReportFinding } from "@schema-gate/report";
import { applyWaivers } from "./apply-waivers.js";

const view = { catalog: "awsdatacatalog", schema: "dev_prod_live", name: "evergreen_tasks_v1" };
const id = findingId("column-removed", view, "pod_id", "varchar", null);
const removed: ReportFinding = {
  id,
  rule: "column-removed",
  kind: "change",
  impact: "breaking",
  action: "block",
  view: "awsdatacatalog.dev_prod_live.evergreen_tasks_v1",
  path: "pod_id",
  before: "varchar",
  after: null,
  breaks: ["by-name"],
  message: "",
  remedy: "",
  witness: null,
  location: null,
  readers: [],
  waiver: null,
};
const waiver: Waiver = {
  formatVersion: 1,
  finding: id,
  rule: "column-removed",
  view: "awsdatacatalog.dev_prod_live.evergreen_tasks_v1",
  path: "pod_id",
  before: "varchar",
  after: null,
  owner: "ada@example.com",
  reason: "Nobody has read it for a year.",
  ends: "2027-05-31",
};
const file = `waivers/${id}.yaml`;
const leads = { members: ["ada"], plurality: "majority" as const };
const withLeads = { ...defaultConfig, leads };

function gateFindings(findings: readonly ReportFinding[]) {
  return findings
    .filter(({ kind }) => kind === "gate")
    .map(({ rule, path, message, action, location, remedy }) => {
      expect(remedy).toBe(rules.find((known) => known.id === rule)?.remedy);
      return [rule, path, message, action, location?.file];
    });
}

test("a finding that a waiver covers is shown as waived, with who, why and until when", async () => {
  const { owner, reason, ends } = waiver;
  const files = [{ file, text: printWaiver(waiver) }];
  expect(await applyWaivers([removed], files, withLeads, "2026-11-22")).toEqual([
    { ...removed, action: "warn", waiver: { file, owner, reason, ends } },
  ]);
});

const idPath = `@waiver("${id}.yaml")`;

test.each<[string, Partial<Waiver>]>([
  ["rule", { rule: "column-renamed" }],
  ["view", { view: "awsdatacatalog.dev_prod_live.evergreen_tasks_v2" }],
  ["path", { path: "pod" }],
  ["before", { before: null }],
  ["after", { after: "" }],
])("a waiver with the right id but another %s covers nothing and is of no use", async (_what, wrong) => {
  const text = printWaiver({ ...waiver, ...wrong });
  const judged = await applyWaivers([removed], [{ file, text }], withLeads, "2026-11-22");
  expect(judged[0]).toEqual(removed);
  expect(gateFindings(judged)).toEqual([
    ["waiver-unused", idPath, `The waiver ${file} covers no finding of this comparison.`, "block", file],
  ]);
});

test.each<[string, string | null, string, string]>([
  [
    "over",
    printWaiver({ ...waiver, ends: "2026-11-21" }),
    "waiver-expired",
    `The waiver ${file} does not hold. It ended on 2026-11-21.`,
  ],
  [
    "too long",
    printWaiver({ ...waiver, ends: "2027-11-23" }),
    "waiver-malformed",
    `The waiver ${file} does not hold. It ends on 2027-11-23; a waiver may end 2027-11-22 at the latest.`,
  ],
  ["no UTF-8", null, "waiver-malformed", `${file} is not UTF-8.`],
])("a waiver that is %s lets the finding stand and is a finding itself", async (_what, text, rule, message) => {
  const judged = await applyWaivers([removed], [{ file, text }], withLeads, "2026-11-22");
  expect(judged[0]).toEqual(removed);
  expect(gateFindings(judged)).toEqual([[rule, idPath, message, "block", file]]);
});

test("files that are no waivers are each a finding, told apart by their names", async () => {
  const files = [
    { file: "waivers/notes.txt", text: "" },
    { file: "waivers/a/b.yaml", text: printWaiver(waiver) },
    { file: `waivers/${id}.yml`, text: printWaiver(waiver) },
  ];
  const judged = await applyWaivers(
    [],
    files,
    { ...withLeads, actions: { ...withLeads.actions, gate: "warn" } },
    "2026-11-22",
  );
  expect(judged.map(({ rule, path, action }) => [rule, path, action])).toEqual([
    ["waiver-malformed", '@waiver("notes.txt")', "warn"],
    ["waiver-malformed", '@waiver("a/b.yaml")', "warn"],
    ["waiver-malformed", `@waiver("${id}.yml")`, "warn"],
  ]);
  expect(new Set(judged.map((finding) => finding.id)).size).toBe(3);
});

test("without leads no waiver counts, however right it is", async () => {
  const judged = await applyWaivers([removed], [{ file, text: printWaiver(waiver) }], defaultConfig, "2026-11-22");
  expect(judged[0]).toEqual(removed);
  expect(gateFindings(judged)).toEqual([
    [
      "waiver-unused",
      idPath,
      `The waiver ${file} does not count: schema-gate.yaml names no leads who could have approved it.`,
      "block",
      file,
    ],
  ]);
});

test("a waiver of what the policy allows no exception from does not count, and is a finding", async () => {
  const files = [{ file, text: printWaiver(waiver) }];
  const [judged, ...faults] = await applyWaivers([removed], files, withLeads, "2026-11-22", new Set([id]));
  expect(judged).toEqual(removed);
  expect(gateFindings(faults)).toEqual([
    [
      "waiver-unused",
      idPath,
      `The waiver ${file} does not count: the policy allows no exception from that rule.`,
      "block",
      file,
    ],
  ]);
});
