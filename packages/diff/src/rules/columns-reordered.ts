import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectAll } from "../catalogue/witness.js";

export const columnsReordered = changeRule<"columns-reordered">({
  id: "columns-reordered",
  on: "columns-reordered",
  title: "Columns reordered",
  why: "Readers by name see nothing; readers by position silently get other data.",
  policy: policyParagraphs.stable,
  impact: "risky",
  breaks: ["positional", "stored-view"],
  message: () => "The columns stand in another order.",
  remedy: "Keep the order of the columns that are published; add new ones at the end.",
  witness: (change) => selectAll(change.view),
});
