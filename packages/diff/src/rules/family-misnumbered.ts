import { viewLabel } from "@schema-gate/contract";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";

export const familyMisnumbered = changeRule<"view-added">({
  id: "family-misnumbered",
  on: "view-added",
  when: (change) => change.place === "late-start",
  title: "Family does not start at version 1",
  why: "Versions start at 1; another first number makes readers look for the versions before it.",
  policy: policyParagraphs.naming,
  impact: "risky",
  breaks: [],
  message: (change) => `View ${viewLabel(change.view)} is the first of its family but is not version 1.`,
  remedy: "Start the family at version 1.",
  witness: () => null,
  proof: {
    scenario:
      "The first view of a family is published as version 3. Every query runs; a reader looks for versions 1 and 2 and for what changed since, and finds nothing.",
  },
});
