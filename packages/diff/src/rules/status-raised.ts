import { promiseSentence } from "../catalogue/promise-sentence.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";

export const statusRaised = changeRule<"status-changed">({
  id: "status-raised",
  on: "status-changed",
  when: (change) => change.step === "raised",
  title: "Version promised to readers",
  why: "From now on readers may build on the version; before, nothing of it was promised.",
  policy: policyParagraphs.stable,
  impact: "additive",
  breaks: [],
  message: (change) => promiseSentence("The status", change),
  remedy: "Nothing to do.",
  witness: () => null,
  proof: {
    scenario: "A proposal is agreed on and becomes active. Whoever tried it out gets the same answers.",
  },
});
