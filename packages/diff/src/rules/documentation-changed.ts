import { changeRule, policyParagraphs } from "../catalogue/rule.js";

export const documentationChanged = changeRule<"documentation-changed">({
  id: "documentation-changed",
  on: "documentation-changed",
  when: (change) => !change.isLost,
  title: "Documentation link changed",
  why: "The documentation stands somewhere else, or in one place more; the data is the same.",
  policy: policyParagraphs.documented,
  impact: "neutral",
  breaks: [],
  message: () => "The links to the documentation are others than before.",
  remedy: "Nothing to do.",
  witness: () => null,
  proof: {
    scenario: "The record in the catalogue of data gets another address. Every query answers the same.",
  },
});
