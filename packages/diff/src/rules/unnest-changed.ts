import { definitionSentence } from "../catalogue/definition-sentence.js";
import { keepAndBump } from "../catalogue/remedies.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { countRows } from "../catalogue/witness.js";

export const unnestChanged = changeRule<"definition-changed">({
  id: "unnest-changed",
  on: "definition-changed",
  when: (change) => change.about === "unnest",
  title: "Unnesting changed",
  why: "UNNEST makes a row of each element: the same thing now stands in more rows, or in fewer.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  breaks: ["row-count"],
  message: (change) => definitionSentence("The unnesting", change),
  remedy: (change) => keepAndBump(change.view, "Keep the unnesting"),
  witness: (change) => countRows(change.view),
});
