import { policyChangeRule, policyParagraphs } from "../catalogue/rule.js";

export const contactRemoved = policyChangeRule<"contact-changed">({
  id: "contact-removed",
  on: "contact-changed",
  when: (change) => change.after === null,
  title: "Contact no longer named",
  why: "Readers of public data have somewhere to ask.",
  policy: policyParagraphs.documented,
  message: () => "The contract names no contact any more.",
  remedy: "Name where the owner answers (support).",
  scenario: "A contract said where the owner answers, and no longer does.",
});
