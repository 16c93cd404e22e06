import { promiseSentence } from "../catalogue/promise-sentence.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";

export const ownerChanged = changeRule<"owner-changed">({
  id: "owner-changed",
  on: "owner-changed",
  when: (change) => change.after !== null,
  title: "Owner changed",
  why: "Another team answers from now on; the data is the same.",
  policy: policyParagraphs.documented,
  impact: "neutral",
  breaks: [],
  message: (change) => promiseSentence("The owner", change),
  remedy: "Nothing to do.",
  witness: () => null,
  proof: {
    scenario: "The view moves from one team to another. Every query answers the same.",
  },
});
