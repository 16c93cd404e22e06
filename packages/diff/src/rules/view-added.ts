import { viewLabel } from "@schema-gate/contract";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";

export const viewAdded = changeRule<"view-added">({
  id: "view-added",
  on: "view-added",
  when: (change) => change.place === "in-order",
  title: "View added",
  why: "A new view breaks nobody.",
  policy: policyParagraphs.stable,
  impact: "additive",
  breaks: [],
  message: (change) => `View ${viewLabel(change.view)} is new.`,
  remedy: "Nothing to do.",
  witness: () => null,
});
