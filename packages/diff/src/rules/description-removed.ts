import { changeRule, policyParagraphs } from "../catalogue/rule.js";

export const descriptionRemoved = changeRule<"description-changed">({
  id: "description-removed",
  on: "description-changed",
  when: (change) => change.after === null,
  title: "Description removed",
  why: "CREATE OR REPLACE VIEW drops all comments; readers lose words, not data.",
  policy: policyParagraphs.documented,
  impact: "neutral",
  breaks: [],
  message: (change) => `${change.subject} lost its description.`,
  remedy: "Repeat the comment after CREATE OR REPLACE VIEW.",
  witness: () => null,
});
