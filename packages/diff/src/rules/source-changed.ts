import { definitionSentence } from "../catalogue/definition-sentence.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { countRows } from "../catalogue/witness.js";

export const sourceChanged = changeRule<"definition-changed">({
  id: "source-changed",
  on: "definition-changed",
  when: (change) => change.about === "source",
  title: "Source replaced",
  why: "Another table with the same columns may hold other rows and other values.",
  policy: policyParagraphs.stable,
  impact: "risky",
  breaks: ["by-name", "row-count"],
  message: (change) => definitionSentence("What the view reads", change),
  remedy: "Compare rows and values of both sources; if they differ, publish a new version.",
  witness: (change) => countRows(change.view),
});
