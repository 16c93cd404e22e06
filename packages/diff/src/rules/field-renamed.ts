import { keepAndBump } from "../catalogue/remedies.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectByName } from "../catalogue/witness.js";

export const fieldRenamed = changeRule<"field-renamed">({
  id: "field-renamed",
  on: "field-renamed",
  title: "Field renamed",
  why: "Queries know a field by its name: to them a renamed field is gone, even if only the letter case differs in a quoted name.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  breaks: ["by-name", "unqualified", "stored-view", "typed-client"],
  message: (change) => `Field ${change.path} (${change.type}) was removed; maybe it is now ${change.to}.`,
  remedy: (change) => keepAndBump(change.view, `Keep ${change.path}`),
  witness: (change) => selectByName(change.view, change.at),
});
