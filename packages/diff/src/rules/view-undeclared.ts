import { viewLabel } from "@schema-gate/contract";
import { liveRule, policyParagraphs } from "../catalogue/rule.js";

export const viewUndeclared = liveRule<"view-undeclared">({
  id: "view-undeclared",
  on: "view-undeclared",
  title: "View that nothing declares",
  why: "It stands where anybody may read it, and nobody promised anything of it: nothing will guard those who begin to.",
  policy: policyParagraphs.documented,
  impact: "additive",
  breaks: [],
  message: (change) =>
    `Live Trino has ${viewLabel(change.view)}, and neither a snapshot nor a contract is committed of it.`,
  remedy: "Commit its snapshot (schema-diff snapshot) and write its contract (schema-diff init), or drop the view.",
  witness: () => null,
  proof: {
    scenario:
      "Somebody creates a view by hand to try something out, in the schema that everybody reads. A month later a dashboard relies on it, and its author has forgotten it.",
  },
});
