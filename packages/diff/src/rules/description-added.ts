import { changeRule, policyParagraphs } from "../catalogue/rule.js";

export const descriptionAdded = changeRule<"description-changed">({
  id: "description-added",
  on: "description-changed",
  when: (change) => change.before === null,
  title: "Description added",
  why: "Saying what was unsaid breaks nobody.",
  policy: policyParagraphs.documented,
  impact: "neutral",
  breaks: [],
  message: (change) => `${change.subject} now has a description.`,
  remedy: "Nothing to do.",
  witness: () => null,
});
