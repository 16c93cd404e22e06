import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectAll } from "../catalogue/witness.js";

export const columnInserted = changeRule<"column-added">({
  id: "column-inserted",
  on: "column-added",
  when: (change) => change.inserted && !change.marker,
  title: "Column added before others",
  why: "Readers by name see nothing; readers by position silently get other data in every later column.",
  policy: policyParagraphs.stable,
  impact: "risky",
  breaks: ["unqualified", "positional", "stored-view"],
  message: (change) => `Column ${change.path} (${change.type}) was added before columns that were there already.`,
  remedy: "Add the column at the end of the select list.",
  witness: (change) => selectAll(change.view),
});
