import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectAll } from "../catalogue/witness.js";

export const columnAdded = changeRule<"column-added">({
  id: "column-added",
  on: "column-added",
  when: (change) => !change.inserted && !change.marker,
  title: "Column added at the end",
  why: "Adding a column is not a breaking change; readers who take columns as they come still see one more.",
  policy: policyParagraphs.stable,
  impact: "additive",
  breaks: ["unqualified", "positional", "stored-view"],
  message: (change) =>
    `Column ${change.path} (${change.type}) was added at the end. Readers of SELECT * get one column more, a bare ${change.path} in a join may become ambiguous.`,
  remedy: "Nothing to do. Readers who write UNION or INSERT from SELECT * should name their columns.",
  witness: (change) => selectAll(change.view),
});
