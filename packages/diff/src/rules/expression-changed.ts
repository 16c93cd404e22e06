import { definitionSentence } from "../catalogue/definition-sentence.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectByName } from "../catalogue/witness.js";

export const expressionChanged = changeRule<"definition-changed">({
  id: "expression-changed",
  on: "definition-changed",
  when: (change) => change.about === "expression",
  title: "Meaning of a column changed",
  why: "The column has the same name and type and is made of something else: meaning is a promise, and only a person can tell.",
  policy: policyParagraphs.stable,
  impact: "risky",
  breaks: ["by-name"],
  message: (change) => definitionSentence(`Column ${change.path}`, change),
  remedy: "If the column means something else now, give it another name or publish a new version.",
  witness: (change) => selectByName(change.view, { column: change.column ?? "", steps: [] }),
});
