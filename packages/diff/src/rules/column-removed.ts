import { keepAndBump } from "../catalogue/remedies.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectByName } from "../catalogue/witness.js";

export const columnRemoved = changeRule<"column-removed">({
  id: "column-removed",
  on: "column-removed",
  title: "Column removed",
  why: "Every query that names the column fails, and every later column moves one place.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  breaks: ["by-name", "unqualified", "positional", "stored-view", "typed-client"],
  message: (change) => `Column ${change.path} (${change.type}) was removed.`,
  remedy: (change) => keepAndBump(change.view, `Keep ${change.path}`),
  witness: (change) => selectByName(change.view, { column: change.name, steps: [] }),
});
