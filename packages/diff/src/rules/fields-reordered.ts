import { keepAndBump } from "../catalogue/remedies.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectByName } from "../catalogue/witness.js";

export const fieldsReordered = changeRule<"fields-reordered">({
  id: "fields-reordered",
  on: "fields-reordered",
  title: "Fields reordered",
  why: "A row is positional: where rows are matched by position values silently swap.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  breaks: ["positional", "stored-view", "typed-client"],
  message: (change) => `The fields of ${change.path} stand in another order.`,
  remedy: (change) => keepAndBump(change.view, `Keep the order of the fields of ${change.path}`),
  witness: (change) => selectByName(change.view, change.at),
});
