import { gateRule } from "../catalogue/rule.js";

export const policyEdited = gateRule({
  id: "policy-edited",
  title: "Policy edited",
  why: "Whoever changes the rules of the gate, or the permissions it grants, would judge their own change.",
  policy: null,
  remedy:
    "Have as many of the leads as the base branch's schema-gate.yaml asks for approve the newest commit; authors do not count.",
  scenario: "A pull request edits schema-gate.yaml, or adds, edits or removes a waiver.",
});
