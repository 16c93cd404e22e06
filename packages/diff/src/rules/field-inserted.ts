import { keepAndBump } from "../catalogue/remedies.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectByName } from "../catalogue/witness.js";

export const fieldInserted = changeRule<"field-added">({
  id: "field-inserted",
  on: "field-added",
  when: (change) => change.inserted,
  title: "Field added before others",
  why: "A row is positional: values of later fields silently land in other ones wherever rows are matched by position.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  breaks: ["unqualified", "positional", "stored-view", "typed-client"],
  message: (change) => `Field ${change.path} (${change.type}) was added before fields that were there already.`,
  remedy: (change) => keepAndBump(change.view, `Leave ${change.path} out`),
  witness: (change) => selectByName(change.view, change.row),
});
