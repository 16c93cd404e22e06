import { promiseSentence } from "../catalogue/promise-sentence.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";

export const recordChanged = changeRule<"record-changed">({
  id: "record-changed",
  on: "record-changed",
  title: "Record of the view changed",
  why: "How a view is made, numbered or filed is on record; readers do not build on it.",
  policy: policyParagraphs.designed,
  impact: "neutral",
  breaks: [],
  message: (change) => promiseSentence(change.path, change),
  remedy: "Nothing to do.",
  witness: () => null,
  proof: {
    scenario: "The job that fills the view gets another name. Every query answers the same.",
  },
});
