import { clauseName, definitionSentence } from "../catalogue/definition-sentence.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { countRows } from "../catalogue/witness.js";

export const rowsChanged = changeRule<"definition-changed">({
  id: "rows-changed",
  on: "definition-changed",
  when: (change) => change.about === "rows",
  title: "Rows selected in another way",
  why: "A join, filter, limit, sample or subquery may give more rows or fewer; only the data can tell.",
  policy: policyParagraphs.stable,
  impact: "risky",
  breaks: ["row-count"],
  message: (change) => definitionSentence(clauseName(change.path), change),
  remedy: "Compare the rows of both definitions; if there are others, publish a new version.",
  witness: (change) => countRows(change.view),
});
