import { viewSubject } from "../catalogue/promise-sentence.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";

export const deprecationWithdrawn = changeRule<"status-changed">({
  id: "deprecation-withdrawn",
  on: "status-changed",
  when: (change) => change.step === "restored",
  title: "Deprecation withdrawn",
  why: "A version that was to end goes on: readers are promised more.",
  policy: policyParagraphs.stable,
  impact: "additive",
  breaks: [],
  message: (change) => `${viewSubject(change)} is active again, and was deprecated.`,
  remedy: "Nothing to do.",
  witness: () => null,
  proof: {
    scenario: "Version 1 was deprecated too early and is active again. Its readers need not move.",
  },
});
