import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectByName } from "../catalogue/witness.js";

export const requiredAdded = changeRule<"required-changed">({
  id: "required-added",
  on: "required-changed",
  when: (change) => change.required,
  title: "Not-null promised",
  why: "Nulls may vanish: what readers were promised only gets stronger.",
  policy: policyParagraphs.stable,
  impact: "additive",
  breaks: [],
  message: (change) => `${change.path} promises not to be null.`,
  remedy: "Nothing to do.",
  witness: (change) => selectByName(change.view, { column: change.name, steps: [] }),
});
