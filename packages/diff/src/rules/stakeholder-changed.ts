import { changeRule, policyParagraphs } from "../catalogue/rule.js";

export const stakeholderChanged = changeRule<"stakeholder-changed">({
  id: "stakeholder-changed",
  on: "stakeholder-changed",
  when: (change) => change.step === "changed",
  title: "Stakeholder known otherwise",
  why: "Another contact of a team, or a later day for its move, takes nothing from readers.",
  policy: policyParagraphs.stable,
  impact: "neutral",
  breaks: [],
  message: (change) => `What is known of the team at ${change.path} changed from ${change.before} to ${change.after}.`,
  remedy: "Nothing to do.",
  witness: () => null,
  proof: {
    scenario: "A team names another person to ask, or needs more time to move. Every query answers the same.",
  },
});
