import { definitionSentence } from "../catalogue/definition-sentence.js";
import { keepAndBump } from "../catalogue/remedies.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { countRows } from "../catalogue/witness.js";

export const setOperationChanged = changeRule<"definition-changed">({
  id: "set-operation-changed",
  on: "definition-changed",
  when: (change) => change.about === "set-operation",
  title: "Set operation changed",
  why: "UNION, INTERSECT and EXCEPT compare whole rows, and UNION ALL adds up its queries: another one gives other rows.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  breaks: ["row-count"],
  message: (change) => definitionSentence("The set operation", change),
  remedy: (change) => keepAndBump(change.view, "Keep the set operation"),
  witness: (change) => countRows(change.view),
});
