import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectByName } from "../catalogue/witness.js";

export const fieldAdded = changeRule<"field-added">({
  id: "field-added",
  on: "field-added",
  when: (change) => !change.inserted && change.in === "plain",
  title: "Field added at the end of a row",
  why: "Access by name goes on working; stored views, UNION, comparisons and casts match rows by position and number.",
  policy: policyParagraphs.stable,
  impact: "risky",
  breaks: ["positional", "stored-view", "typed-client"],
  message: (change) => `Field ${change.path} (${change.type}) was added at the end of its row.`,
  remedy: "Ask the readers who store, compare or cast the whole row, or publish the field as a column of its own.",
  witness: (change) => selectByName(change.view, change.row),
});
