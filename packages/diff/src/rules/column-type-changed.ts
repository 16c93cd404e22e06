import { keepAndBump } from "../catalogue/remedies.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectByName } from "../catalogue/witness.js";

export const columnTypeChanged = changeRule<"type-changed">({
  id: "column-type-changed",
  on: "type-changed",
  when: (change) => change.array === null,
  title: "Type changed",
  why: "Comparisons, joins, unions and stored views are checked against the type; most fail or answer differently with another one.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  lowered: (change, settings) => (change.lossless ? settings.losslessWidening : null),
  breaks: ["by-name", "unqualified", "positional", "stored-view", "typed-client"],
  message: (change) =>
    `${change.path} changed its type from ${change.before} to ${change.after} (${change.relation}${change.lossless ? ", without loss" : ""}).`,
  remedy: (change) => keepAndBump(change.view, `Keep the type of ${change.path}`),
  witness: (change) => selectByName(change.view, change.at),
});
