import { changeRule, policyParagraphs } from "../catalogue/rule.js";

export const contractRemoved = changeRule<"contract-removed">({
  id: "contract-removed",
  on: "contract-removed",
  title: "Contract removed, view still there",
  why: "Everything the contract promised beyond the columns is promised no longer: keys, freshness, who answers.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  breaks: ["row-count", "timeliness"],
  message: () => "The contract was removed while the view is still there: nothing it promised is promised any more.",
  remedy: "Keep the contract for as long as the view is there.",
  witness: () => null,
  proof: {
    scenario:
      "A dashboard relies on the promise that data is an hour old at most. The contract is deleted, the job is moved to once a day, and no file says that this was ever otherwise.",
  },
});
