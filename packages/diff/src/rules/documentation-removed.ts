import { policyChangeRule, policyParagraphs } from "../catalogue/rule.js";

export const documentationRemoved = policyChangeRule<"documentation-changed">({
  id: "documentation-removed",
  on: "documentation-changed",
  when: (change) => change.isLost,
  title: "Documentation link removed",
  why: "Public data is documented, and readers find the record by the link in the contract.",
  policy: policyParagraphs.documented,
  message: (change) =>
    change.after === null
      ? "The contract links to no documentation any more."
      : "The contract no longer links to a kind of documentation that it linked to.",
  remedy: "Link to the record of the view (authoritativeDefinitions).",
  scenario: "A contract linked to the record of the view in Alation, and no longer does.",
});
