import { definitionSentence } from "../catalogue/definition-sentence.js";
import { keepAndBump } from "../catalogue/remedies.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { countRows } from "../catalogue/witness.js";

export const groupingChanged = changeRule<"definition-changed">({
  id: "grouping-changed",
  on: "definition-changed",
  when: (change) => change.about === "grouping",
  title: "Grouping changed",
  why: "A row stands for another group than before: counts, sums and joins on the view give other answers.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  breaks: ["row-count"],
  message: (change) => definitionSentence("The grouping", change),
  remedy: (change) => keepAndBump(change.view, "Keep the grouping"),
  witness: (change) => countRows(change.view),
});
