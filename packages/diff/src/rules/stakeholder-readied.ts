import { changeRule, policyParagraphs } from "../catalogue/rule.js";

export const stakeholderReadied = changeRule<"stakeholder-changed">({
  id: "stakeholder-readied",
  on: "stakeholder-changed",
  when: (change) => change.step === "readied",
  title: "Stakeholder said to be ready",
  why: "The view may go once all known stakeholders are ready. That a team is, only that team can tell.",
  policy: policyParagraphs.stable,
  impact: "risky",
  action: "acknowledge",
  breaks: [],
  message: (change) => `The team at ${change.path} is said to be ready to move: ${change.after}.`,
  remedy: "Have somebody of that team approve.",
  witness: () => null,
  proof: {
    scenario:
      "A contract says that a team will have moved by December. Nobody asked the team, the version is removed, and its jobs fail.",
  },
});
