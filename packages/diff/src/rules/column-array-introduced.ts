import { keepAndBump } from "../catalogue/remedies.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectByName } from "../catalogue/witness.js";

export const columnArrayIntroduced = changeRule<"type-changed">({
  id: "column-array-introduced",
  on: "type-changed",
  when: (change) => change.array === "introduced",
  title: "Value became an array",
  why: "What was one value for each row is now many: readers must unnest, and their row counts change.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  breaks: ["by-name", "unqualified", "positional", "stored-view", "typed-client", "row-count"],
  message: (change) => `${change.path} was one ${change.before} for each row and is now ${change.after}.`,
  remedy: (change) => keepAndBump(change.view, `Keep ${change.path} as it is`),
  witness: (change) => selectByName(change.view, change.at),
});
