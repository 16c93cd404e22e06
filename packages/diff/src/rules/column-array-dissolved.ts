import { keepAndBump } from "../catalogue/remedies.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectByName } from "../catalogue/witness.js";

export const columnArrayDissolved = changeRule<"type-changed">({
  id: "column-array-dissolved",
  on: "type-changed",
  when: (change) => change.array === "dissolved",
  title: "Array became one value",
  why: "Readers unnest the array; unnesting a single value fails, and the other values are gone.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  breaks: ["by-name", "unqualified", "positional", "stored-view", "typed-client", "row-count"],
  message: (change) => `${change.path} was ${change.before} and is now one ${change.after} for each row.`,
  remedy: (change) => keepAndBump(change.view, `Keep ${change.path} as it is`),
  witness: (change) => selectByName(change.view, change.at),
});
