import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectAll } from "../catalogue/witness.js";

export const definitionNotAnalysed = changeRule<"definition-changed">({
  id: "definition-not-analysed",
  on: "definition-changed",
  when: (change) => change.about === "not-analysed",
  title: "Definition changed, not analysed",
  why: "The SQL of the view is another one, and what that means for rows and values could not be told: a person must look.",
  policy: policyParagraphs.stable,
  impact: "risky",
  action: "acknowledge",
  breaks: ["row-count"],
  message: ({ reason }) =>
    `The definition of the view changed; what it means for rows and values was not analysed${reason ? `: ${reason}` : ""}.`,
  remedy: "Compare both definitions: the same rows, the same grain, the same meaning of each column.",
  witness: (change) => selectAll(change.view),
});
