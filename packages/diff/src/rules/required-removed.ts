import { keepAndBump } from "../catalogue/remedies.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectByName } from "../catalogue/witness.js";

export const requiredRemoved = changeRule<"required-changed">({
  id: "required-removed",
  on: "required-changed",
  when: (change) => !change.required,
  title: "Not-null promise withdrawn",
  why: "Readers rely on there being no nulls: joins lose rows, counts and sums change.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  breaks: ["by-name", "row-count", "typed-client"],
  message: (change) => `${change.path} no longer promises not to be null.`,
  remedy: (change) => keepAndBump(change.view, `Keep ${change.path} free of nulls`),
  witness: (change) => selectByName(change.view, { column: change.name, steps: [] }),
});
