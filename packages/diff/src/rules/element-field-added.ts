import { keepAndBump } from "../catalogue/remedies.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { unnestByPosition } from "../catalogue/witness.js";

export const elementFieldAdded = changeRule<"field-added">({
  id: "element-field-added",
  on: "field-added",
  when: (change) => !change.inserted && change.in === "element",
  title: "Field added to the elements of an array",
  why: "UNNEST turns every field into a column: a reader who names them all has one name too few, and the query fails.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  breaks: ["unqualified", "positional", "stored-view", "typed-client"],
  message: (change) => `Field ${change.path} (${change.type}) was added to the rows of an array.`,
  remedy: (change) => keepAndBump(change.view, `Leave ${change.path} out`),
  witness: (change) => unnestByPosition(change.view, change.row, change.fieldsBefore),
});
