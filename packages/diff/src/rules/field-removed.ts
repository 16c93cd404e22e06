import { keepAndBump } from "../catalogue/remedies.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectByName } from "../catalogue/witness.js";

export const fieldRemoved = changeRule<"field-removed">({
  id: "field-removed",
  on: "field-removed",
  title: "Field removed",
  why: "Every query that names the field fails, and a row is positional: every later field moves.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  breaks: ["by-name", "unqualified", "positional", "stored-view", "typed-client"],
  message: (change) => `Field ${change.path} (${change.type}) was removed.`,
  remedy: (change) => keepAndBump(change.view, `Keep ${change.path}`),
  witness: (change) => selectByName(change.view, change.at),
});
