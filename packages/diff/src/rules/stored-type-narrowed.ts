import { nameLabel } from "@schema-gate/contract";
import { liveRule, policyParagraphs } from "../catalogue/rule.js";
import { selectByName } from "../catalogue/witness.js";

export const storedTypeNarrowed = liveRule<"stored-type-drifted">({
  id: "stored-type-narrowed",
  on: "stored-type-drifted",
  when: (change) => change.isNarrower,
  title: "Values are cast to a narrower type",
  why: "The view stores a narrower type than its SQL yields by now. From Trino 482 on each value is cast down without a word: numbers that do not fit fail, text and times are cut.",
  policy: policyParagraphs.stable,
  impact: "risky",
  breaks: ["by-name", "unqualified", "positional", "stored-view", "typed-client"],
  message: ({ path, stored, derived }) => `The view stores ${path} as ${stored}, and its SQL yields ${derived} by now.`,
  remedy: ({ path, stored, view }) =>
    `Cast ${path} to ${stored} in the SQL of ${nameLabel(view.name)} where that loses nothing, or publish ${path} as it is in a new version.`,
  witness: (change) => selectByName(change.view, { column: change.name, steps: [] }),
  proof: {
    scenario:
      "A view of Trino 482 was created over a varchar(10), and the column below became varchar(20). The catalogue still shows varchar(10), every query goes on, and whoever reads a label of twelve characters gets ten. Trino up to 481 refuses the view instead, which is view-staled.",
  },
});
