import { expect, test } from "@jest/globals";
import { defaultConfig } from "@schema-gate/contract";
import type { Action, Impact } from "@schema-gate/diff";
import { decideAction, type FailOn } from "./decide-action.js";

const defaults = defaultConfig.actions;
const change = (impact: Impact, action: Action | null = null) => ({ kind: "change", impact, action }) as const;

test.each<[Impact, Action | null, FailOn, Action]>([
  ["breaking", null, null, "block"],
  ["risky", null, null, "warn"],
  ["additive", null, null, "allow"],
  ["neutral", null, null, "allow"],
  ["breaking", "warn", null, "warn"],
  ["breaking", "warn", "risky", "warn"],
  ["additive", "warn", null, "allow"],
  ["risky", "acknowledge", null, "acknowledge"],
  ["risky", "acknowledge", "breaking", "acknowledge"],
  ["risky", "acknowledge", "risky", "block"],
  ["breaking", "acknowledge", null, "block"],
  ["risky", null, "breaking", "warn"],
  ["risky", null, "risky", "block"],
  ["additive", null, "risky", "allow"],
])("%s, asked for %s, failing on %s, gets %s", (impact, asked, failOn, expected) => {
  expect(decideAction(change(impact, asked), defaults, failOn)).toBe(expected);
});

test("the configuration decides, and --fail-on only tightens it", () => {
  const lenient = { ...defaults, breaking: "warn", risky: "allow", policy: "acknowledge", gate: "warn" } as const;
  expect(decideAction(change("breaking"), lenient, null)).toBe("warn");
  expect(decideAction(change("breaking"), lenient, "breaking")).toBe("block");
  expect(decideAction(change("risky"), lenient, "breaking")).toBe("allow");
  expect(decideAction(change("risky", "acknowledge"), lenient, null)).toBe("acknowledge");
  expect(decideAction({ kind: "policy", impact: null, action: null }, lenient, "risky")).toBe("acknowledge");
  expect(decideAction({ kind: "gate", impact: null, action: null }, lenient, "risky")).toBe("warn");
  const strict = { ...defaults, risky: "block" } as const;
  expect(decideAction(change("risky", "acknowledge"), strict, "breaking")).toBe("block");
});

test("what the policy allows no exception from blocks, however lenient the configuration", () => {
  const lenient = { ...defaults, policy: "allow" } as const;
  const firm = { kind: "policy", impact: null, action: null, waivable: false } as const;
  expect(decideAction(firm, lenient, null)).toBe("block");
  expect(decideAction({ ...firm, action: "warn" }, lenient, null)).toBe("block");
});
