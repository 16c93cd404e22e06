import { nameLabel } from "@schema-gate/contract";
import { keepAndBump } from "../catalogue/remedies.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectByName } from "../catalogue/witness.js";

export const columnRenamed = changeRule<"column-renamed">({
  id: "column-renamed",
  on: "column-renamed",
  title: "Column renamed",
  why: "Queries know a column by its name: to them a renamed column is gone.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  breaks: ["by-name", "unqualified", "stored-view", "typed-client"],
  message: (change) => `Column ${change.path} (${change.type}) was removed; maybe it is now ${nameLabel(change.to)}.`,
  remedy: (change) => keepAndBump(change.view, `Keep ${change.path}`),
  witness: (change) => selectByName(change.view, { column: change.name, steps: [] }),
});
