import { expect, test } from "@jest/globals";
import { defaultConfig, printWaiver, type Waiver } from "@schema-gate/contract";
import type { Policy, WaiverFile } from "../policy/policy.js";
import type { PolicyEdit } from "../policy/policy-edits.js";
import { policyEdited } from "./policy-edited.js";
import { weighPolicyEdits } from "./weigh-policy-edits.js";

const leads = { members: ["ada", "Grace", "linus"], plurality: "majority" as const };

function waiverOf(owner: string, reason = "Agreed."): WaiverFile {
  const waiver: Waiver = {
    formatVersion: 1,
    finding: "0123456789abcdef",
    rule: "column-removed",
    view: "a.b.c_v1",
    path: "x",
    before: "varchar",
    after: null,
    owner,
    reason,
    ends: "2027-01-01",
  };
  return { file: "waivers/0123456789abcdef.yaml", text: printWaiver(waiver) };
}

function policyOf(waivers: readonly WaiverFile[], withLeads: Policy["config"]["leads"] = leads): Policy {
  return { config: { ...defaultConfig, leads: withLeads }, policyCommit: null, waivers };
}

/** A file of the policy that a change edits, with what it makes of a waiver. */
interface Edit extends PolicyEdit {
  readonly waiver?: WaiverFile;
}

async function judged(edits: readonly Edit[], policy: Policy, approvals: readonly string[]) {
  const kept = policy.waivers.filter(({ file }) => !edits.some((edit) => edit.file === file));
  const own = [...kept, ...edits.flatMap(({ waiver }) => waiver ?? [])];
  const { waivers, policyEdits } = await weighPolicyEdits(edits, own, policy, approvals);
  const findings = policyEdits.map(policyEdited);
  return { waivers, findings: findings.map(({ rule, path, action, message }) => [rule, path, action, message]) };
}

const config: Edit = { file: "schema-gate.yaml", isGone: false };
const added: Edit = { file: waiverOf("eve").file, isGone: false, waiver: waiverOf("eve") };
const configPath = '@policy("schema-gate.yaml")';
const waiverPath = '@policy("waivers/0123456789abcdef.yaml")';

test("no edit is no finding", async () => {
  expect(await judged([], policyOf([waiverOf("eve")]), [])).toEqual({ waivers: [waiverOf("eve")], findings: [] });
});

test.each([
  ["nobody", [], "block", "schema-gate.yaml is changed: it takes the approval of 2 leads, and has 0."],
  ["one of three", ["ada"], "block", "schema-gate.yaml is changed: it takes the approval of 2 leads, and has 1 (ada)."],
  [
    "one lead twice",
    ["ada", "ADA"],
    "block",
    "schema-gate.yaml is changed: it takes the approval of 2 leads, and has 1 (ada).",
  ],
  [
    "strangers",
    ["eve", "mallory", "ad"],
    "block",
    "schema-gate.yaml is changed: it takes the approval of 2 leads, and has 0.",
  ],
  [
    "two of three, in other letters",
    ["grace", "eve", "ADA"],
    "warn",
    "schema-gate.yaml is changed: approved by as many leads as it takes (ada, Grace).",
  ],
])("an edited configuration approved by %s", async (_who, approvals, action, message) => {
  expect(await judged([config], policyOf([]), approvals)).toEqual({
    waivers: [],
    findings: [["policy-edited", configPath, action, message]],
  });
});

test("an edit blocks even where the configuration only warns about the gate", async () => {
  const lenient = { ...defaultConfig, leads, actions: { ...defaultConfig.actions, gate: "warn" as const } };
  const policy = { config: lenient, policyCommit: null, waivers: [] };
  const { policyEdits } = await weighPolicyEdits([config], [], policy, []);
  expect(policyEdits.map((edit) => policyEdited(edit).action)).toEqual(["block"]);
});

test("without leads nobody can approve", async () => {
  const none = { members: [], plurality: "majority" as const };
  expect((await judged([config], policyOf([], none), ["ada"])).findings).toEqual([
    [
      "policy-edited",
      configPath,
      "block",
      "schema-gate.yaml is changed: the base names no leads, so nobody can approve that.",
    ],
  ]);
});

test("a number of leads may be asked for instead of most of them", async () => {
  expect((await judged([config], policyOf([], { ...leads, plurality: 1 }), ["linus"])).findings).toEqual([
    [
      "policy-edited",
      configPath,
      "warn",
      "schema-gate.yaml is changed: approved by as many leads as it takes (linus).",
    ],
  ]);
  expect((await judged([config], policyOf([], { ...leads, plurality: 3 }), ["linus", "ada"])).findings).toEqual([
    [
      "policy-edited",
      configPath,
      "block",
      "schema-gate.yaml is changed: it takes the approval of 3 leads, and has 2 (ada, linus).",
    ],
  ]);
});

test("a waiver of the change counts only once it is approved", async () => {
  expect((await judged([added], policyOf([]), ["ada"])).waivers).toEqual([]);
  expect((await judged([added], policyOf([]), ["ada", "linus"])).waivers).toEqual([waiverOf("eve")]);
});

test("who answers for a waiver is not counted for it, and is for others", async () => {
  const own: Edit = { ...added, waiver: waiverOf("@Ada") };
  expect(await judged([config, own], policyOf([]), ["ada", "linus"])).toEqual({
    waivers: [],
    findings: [
      [
        "policy-edited",
        configPath,
        "warn",
        "schema-gate.yaml is changed: approved by as many leads as it takes (ada, linus).",
      ],
      [
        "policy-edited",
        waiverPath,
        "block",
        "waivers/0123456789abcdef.yaml is changed: it takes the approval of 2 leads, and has 1 (linus).",
      ],
    ],
  });
});

test("an edited waiver holds as the base has it until the edit is approved; so does one that is removed", async () => {
  const base = policyOf([waiverOf("eve", "As agreed.")]);
  const removed: Edit = { file: waiverOf("eve").file, isGone: true };
  expect((await judged([added], base, ["ada"])).waivers).toEqual([waiverOf("eve", "As agreed.")]);
  expect((await judged([added], base, ["ada", "grace"])).waivers).toEqual([waiverOf("eve")]);
  expect((await judged([removed], base, [])).waivers).toEqual([waiverOf("eve", "As agreed.")]);
  expect(await judged([removed], base, ["ada", "grace"])).toEqual({
    waivers: [],
    findings: [
      [
        "policy-edited",
        waiverPath,
        "warn",
        "waivers/0123456789abcdef.yaml is removed: approved by as many leads as it takes (ada, Grace).",
      ],
    ],
  });
});

test("a waiver nobody can read is handed on when approved, for the finding that says so", async () => {
  const broken = { file: "waivers/x.yaml", text: "no waiver" };
  const edit: Edit = { file: broken.file, isGone: false, waiver: broken };
  expect((await judged([edit], policyOf([waiverOf("eve")]), ["ada", "grace"])).waivers).toEqual([
    waiverOf("eve"),
    broken,
  ]);
});
