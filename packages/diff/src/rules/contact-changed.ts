import { changeRule, policyParagraphs } from "../catalogue/rule.js";

export const contactChanged = changeRule<"contact-changed">({
  id: "contact-changed",
  on: "contact-changed",
  when: (change) => change.after !== null,
  title: "Contact changed",
  why: "Readers ask somewhere else from now on; the data is the same.",
  policy: policyParagraphs.documented,
  impact: "neutral",
  breaks: [],
  message: () => "The contacts of the view are others than before.",
  remedy: "Nothing to do.",
  witness: () => null,
  proof: {
    scenario: "The channel of the team gets another name. Every query answers the same.",
  },
});
