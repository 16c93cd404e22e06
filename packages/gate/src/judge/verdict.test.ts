import { expect, test } from "@jest/globals";
import type { Action, Impact } from "@schema-gate/diff";
import type { Verdict } from "@schema-gate/report";
import { gateFinding } from "./gate-finding.js";
import { countFindings, verdictOf } from "./verdict.js";

const fact = { path: "", message: "", action: "allow", location: null } as const;
const unused = gateFinding("waiver-unused", fact);

test.each<[Action[], Verdict]>([
  [[], "pass"],
  [["allow", "allow"], "pass"],
  [["allow", "warn"], "warn"],
  [["acknowledge", "warn"], "acknowledge"],
  [["acknowledge", "block", "warn"], "block"],
])("the actions %j give the verdict %s", (actions, verdict) => {
  expect(verdictOf(actions.map((action) => ({ ...unused, action })))).toBe(verdict);
});

test("each finding is counted once, a waived one as nothing else", () => {
  const impacts: (Impact | null)[] = ["breaking", "breaking", "risky", "additive", "neutral", "neutral"];
  const changes = impacts.map((impact) => ({ ...unused, kind: "change" as const, impact }));
  const waiver = { file: "", owner: "", reason: "", ends: "" };
  const waived = { ...unused, kind: "change" as const, impact: "breaking" as const, waiver };
  const policy = { ...unused, kind: "policy" as const };
  expect(countFindings([...changes, waived, policy, unused, unused])).toEqual({
    breaking: 2,
    risky: 1,
    additive: 1,
    neutral: 2,
    policy: 1,
    gate: 2,
    waived: 1,
  });
});
