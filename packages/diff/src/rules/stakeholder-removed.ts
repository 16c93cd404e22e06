import { changeRule, policyParagraphs } from "../catalogue/rule.js";

export const stakeholderRemoved = changeRule<"stakeholder-changed">({
  id: "stakeholder-removed",
  on: "stakeholder-changed",
  when: (change) => change.step === "removed",
  title: "Stakeholder removed",
  why: "The view may go once all known stakeholders are ready; one that is left out is no longer waited for.",
  policy: policyParagraphs.stable,
  impact: "risky",
  action: "acknowledge",
  breaks: [],
  message: (change) => `The team at ${change.path} was known to read the view and is named no longer.`,
  remedy: "Keep the team, unless it no longer reads the view.",
  witness: () => null,
  proof: {
    scenario:
      "One of three teams has not moved yet. It is taken out of the contract, all that are left are ready, and the version is removed under its dashboards.",
  },
});
