import { definitionSentence } from "../catalogue/definition-sentence.js";
import { keepAndBump } from "../catalogue/remedies.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { countRows } from "../catalogue/witness.js";

export const distinctChanged = changeRule<"definition-changed">({
  id: "distinct-changed",
  on: "definition-changed",
  when: (change) => change.about === "distinct",
  title: "Distinct rows changed",
  why: "DISTINCT keeps one row of those that agree in these columns: with other columns, or without it, there are other rows.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  breaks: ["row-count"],
  message: (change) => definitionSentence("What rows are distinct by", change),
  remedy: (change) => keepAndBump(change.view, "Keep what rows are distinct by"),
  witness: (change) => countRows(change.view),
});
