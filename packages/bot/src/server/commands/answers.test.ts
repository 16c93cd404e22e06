import { expect, test } from "@jest/globals";
import { parseWaiver } from "@schema-gate/contract";
import type { Report, ReportFinding } from "@schema-gate/report";
import type { Judgement } from "../../judge/judgement.js";
import { explainAnswer } from "./explain-answer.js";
import { fenced } from "./fenced.js";
import { waiveAnswer } from "./waive-answer.js";

const id = "9f2c41d07ab3e815";
const hostile = "x``` \n# @team <img src=x> ````` \u202e";
const finding: ReportFinding = {
  id,
  rule: "column-removed",
  kind: "change",
  impact: "breaking",
  action: "block",
  view: "a.dev_prod_live.tasks_v1",
  path: "status",
  before: "varchar",
  after: null,
  breaks: ["by-name"],
  message: "Column status (varchar) was removed.",
  remedy: "Keep it.",
  witness: "SELECT v.status FROM a.dev_prod_live.tasks_v1 AS v",
  location: null,
  readers: [],
  waiver: null,
};
const pullRequest = { number: 1, url: "", isOpen: true, author: "eve", head: "", base: "main" };
const judged = (changed: Partial<ReportFinding> = {}): Judgement => ({
  kind: "judged",
  pullRequest,
  head: "",
  grounds: { pullRequest, baseTip: "", reviews: [] },
  approvals: { counted: [], uncounted: [] },
  report: { findings: [{ ...finding, ...changed }] } as unknown as Report,
});
const asked = { login: "ada", today: "2026-11-22" };

test("no text can end the block it stands in", () => {
  expect(fenced("a", "text")).toBe("```text\na\n```\n");
  expect(fenced("a\n```\nb````\n", "yaml")).toBe("`````yaml\na\n```\nb````\n`````\n");
});

test("a finding is explained with its rule", () => {
  const text = explainAnswer(id, judged());
  expect(text.split("\n").slice(0, 6)).toEqual([
    "```text",
    `finding:  ${id}`,
    "view:     a.dev_prod_live.tasks_v1",
    "path:     status",
    "what:     Column status (varchar) was removed.",
    "before:   varchar",
  ]);
  expect(text).toContain("\nrule:     column-removed\n");
});

test("hostile names stay in the block, on their line", () => {
  const text = explainAnswer(id, judged({ path: hostile, message: hostile, before: "v".repeat(300_000) }));
  expect(text.startsWith("``````text\n")).toBe(true);
  expect(text.endsWith("\n``````\n")).toBe(true);
  expect(text.match(/^#/m)).toBeNull();
  expect(text).not.toContain("\u202e");
  expect(text.length).toBeLessThan(65_536);
});

test("what nobody sees takes more room when it is shown, and the answer still fits", () => {
  const unseen = "\u202e".repeat(5000);
  const changed = { path: unseen, message: unseen, before: unseen, after: unseen, witness: unseen, remedy: unseen };
  expect(Buffer.byteLength(explainAnswer(id, judged(changed)))).toBeLessThan(65_000);
});

test("the offered waiver is one, whatever the names", () => {
  for (const changed of [{}, { path: hostile, before: hostile }]) {
    const text = waiveAnswer(id, judged(changed), asked);
    const [, fence = "", yaml = ""] = /\n(`{3,})yaml\n([\s\S]*)\n\1\n$/.exec(text) ?? [];
    expect(yaml).not.toContain(fence);
    expect(parseWaiver(yaml, `waivers/${id}.yaml`)).toMatchObject({
      finding: id,
      rule: "column-removed",
      path: "path" in changed ? hostile : "status",
      owner: "ada",
      ends: "2027-02-22",
    });
  }
});

test("what the base holds broken cannot be mended by the change that is judged: it gets a waiver", () => {
  const broken = { kind: "gate", rule: "base-unreadable", impact: null, path: "@snapshot" } as const;
  const [, yaml = ""] = /\n```yaml\n([\s\S]*)\n```\n$/.exec(waiveAnswer(id, judged(broken), asked)) ?? [];
  expect(parseWaiver(yaml, `waivers/${id}.yaml`)).toMatchObject({ rule: "base-unreadable", path: "@snapshot" });
});

test.each([
  [
    { kind: "gate", impact: null },
    `\`${id}\` is about the gate itself, which no waiver lets through; mend what it says.`,
  ],
  [{ action: "allow" }, `\`${id}\` is allowed as it is; it needs no waiver.`],
  [
    { waiver: { file: "waivers/x.yaml", owner: "ada", reason: "so", ends: "2027-01-01" } },
    `\`${id}\` is waived already.`,
  ],
  [
    { before: "界".repeat(20_001) },
    `The waiver of \`${id}\` is too long for a comment; \`schema-diff waive ${id}\` writes it.`,
  ],
  [
    { before: "v".repeat(60_001) },
    `The waiver of \`${id}\` is too long for a comment; \`schema-diff waive ${id}\` writes it.`,
  ],
] as const)("what gets no waiver is told why (%#)", (changed, answer) => {
  expect(waiveAnswer(id, judged(changed), asked)).toBe(answer);
});

test("what is not there, or was not checked, is said", () => {
  const unchecked: Judgement = {
    kind: "could-not-check",
    pullRequest,
    head: "",
    grounds: null,
    reason: "x",
    defect: null,
  };
  expect(waiveAnswer(id, unchecked, asked)).toBe("This pull request could not be checked; the check says why.");
  expect(explainAnswer("0".repeat(16), judged())).toBe(
    `There is no finding \`${"0".repeat(16)}\` on the newest commit of this pull request.`,
  );
});
