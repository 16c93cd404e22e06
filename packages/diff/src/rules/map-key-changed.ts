import { keepAndBump } from "../catalogue/remedies.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectByName } from "../catalogue/witness.js";

export const mapKeyChanged = changeRule<"map-key-changed">({
  id: "map-key-changed",
  on: "map-key-changed",
  title: "Map key changed",
  why: "A lookup is checked against the type of the key: with another one it no longer type-checks.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  breaks: ["by-name", "unqualified", "positional", "stored-view", "typed-client"],
  message: (change) => `The keys of ${change.path} changed from ${change.before} to ${change.after}.`,
  remedy: (change) => keepAndBump(change.view, `Keep the type of ${change.path}`),
  witness: (change) => selectByName(change.view, change.at),
});
