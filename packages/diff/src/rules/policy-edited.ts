import { gateRule } from "../catalogue/rule.js";

export const policyEdited = gateRule({
  id: "policy-edited",
  title: "Policy edited by the change it would judge",
  why: "Configuration and waivers count once they stand on the base branch: whoever merges them decides about every change that comes after.",
  policy: null,
  remedy:
    "Have the leads approve it, apart from other changes; where schema-gate.yaml names no leads yet, only whoever may merge past the check can.",
  scenario:
    "A pull request sets the action for breaking changes to allow, and nothing else. It breaks nobody today, and everything may be broken tomorrow.",
});
