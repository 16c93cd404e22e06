import { viewLabel } from "@schema-gate/contract";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectAll } from "../catalogue/witness.js";
import { removalRemedy, supportSentence } from "../versions/support-sentences.js";

export const viewRemoved = changeRule<"view-removed">({
  id: "view-removed",
  on: "view-removed",
  when: (change) => change.support.kind === "no-successor" || change.support.kind === "running",
  title: "View removed",
  why: "Every query on the view fails. A version is supported for a quarter after its successor was released, or until all its readers are known and ready.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  breaks: ["by-name", "unqualified", "positional", "stored-view", "typed-client", "row-count", "timeliness"],
  message: (change) => `View ${viewLabel(change.view)} was removed. ${supportSentence(change.support)}`,
  remedy: (change) => removalRemedy(change.support),
  witness: (change) => selectAll(change.view),
});
