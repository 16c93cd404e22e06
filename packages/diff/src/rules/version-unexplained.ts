import { viewLabel } from "@schema-gate/contract";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";

export const versionUnexplained = changeRule<"view-added">({
  id: "version-unexplained",
  on: "view-added",
  when: (change) => change.place === "same-structure",
  title: "New version without a structural break",
  why: "Readers will ask why they should move: the columns they use did not break, so the reason must be one of meaning.",
  policy: policyParagraphs.naming,
  impact: "neutral",
  breaks: [],
  message: (change) => `View ${viewLabel(change.view)} is a new version, and no column of the one before it breaks.`,
  remedy: "Say in the contract why there is a new version (versionReason).",
  witness: () => null,
});
