import { viewLabel } from "@schema-gate/contract";
import { liveRule, policyParagraphs } from "../catalogue/rule.js";

export const viewUndelivered = liveRule<"view-undelivered">({
  id: "view-undelivered",
  on: "view-undelivered",
  title: "Promised view is not there",
  why: "The contract tells readers that they may use the view. Whether its job has not run yet, or the view was dropped before a snapshot was taken of it, only a person can tell.",
  policy: policyParagraphs.documented,
  impact: "risky",
  breaks: ["by-name", "unqualified", "positional", "stored-view", "typed-client", "row-count"],
  message: (change) =>
    `The contract of ${viewLabel(change.view)} is ${change.status}, and live Trino has no such view.`,
  remedy: "Run the job that creates the view, or keep its contract a draft until it does.",
  witness: () => null,
  proof: {
    scenario:
      "A contract is merged as active, and the job that fills the view fails on its first night. Readers who were told of the view find none.",
  },
});
