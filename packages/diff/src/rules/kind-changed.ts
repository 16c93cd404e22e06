import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectAll } from "../catalogue/witness.js";

export const kindChanged = changeRule<"kind-changed">({
  id: "kind-changed",
  on: "kind-changed",
  title: "Kind of view changed",
  why: "A table, a view and a materialized view may differ in freshness, rights and what can be done with them, with the same columns.",
  policy: policyParagraphs.stable,
  impact: "risky",
  breaks: ["timeliness"],
  message: (change) => `The view was a ${change.before} and is now a ${change.after}.`,
  remedy: "Make sure that freshness and rights stay what they were.",
  witness: (change) => selectAll(change.view),
});
