import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectAll } from "../catalogue/witness.js";

export const securityChanged = changeRule<"security-changed">({
  id: "security-changed",
  on: "security-changed",
  title: "Security mode changed",
  why: "Under invoker rights each reader needs access to what lies below; the columns look the same.",
  policy: policyParagraphs.stable,
  impact: "risky",
  breaks: ["by-name", "unqualified", "positional", "stored-view", "typed-client"],
  message: (change) =>
    `The view ran with the rights of its ${change.before} and now runs with those of its ${change.after}.`,
  remedy: "Make sure that every reader may read what lies below the view.",
  witness: (change) => selectAll(change.view),
  proof: {
    scenario:
      "An analyst may read the view but not the tables below it. Under definer rights the query ran with the rights of the view's owner; under invoker rights it runs with the analyst's and access is denied.",
  },
});
