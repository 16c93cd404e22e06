import { changeRule, policyParagraphs } from "../catalogue/rule.js";

export const contractSnapshotMismatch = changeRule<"contract-mismatched">({
  id: "contract-snapshot-mismatch",
  on: "contract-mismatched",
  title: "Contract and view disagree on a column",
  why: "One of the two is wrong, and readers may have relied on either.",
  policy: policyParagraphs.stable,
  impact: "risky",
  breaks: ["by-name", "typed-client"],
  message: (change) =>
    change.promised === null
      ? `Column ${change.path} (${change.shown}) is in the view, and not in its contract.`
      : `The contract promises ${change.path} as ${change.promised}; the view has it as ${change.shown}.`,
  remedy: "Correct whichever is wrong. What readers already have is not to be changed in this version of the view.",
  witness: () => null,
  proof: {
    scenario:
      "A contract is written for a view that has been there for a while, and one type is taken down wrong. Whoever wrote a query by the contract gets other values than were promised; whoever wrote it by the view goes on.",
  },
});
