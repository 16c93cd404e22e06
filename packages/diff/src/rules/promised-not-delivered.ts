import { changeRule, policyParagraphs } from "../catalogue/rule.js";

export const promisedNotDelivered = changeRule<"column-promised">({
  id: "promised-not-delivered",
  on: "column-promised",
  title: "Column promised, and not there yet",
  why: "A contract may run ahead of the view: nobody reads a column that is not there.",
  policy: policyParagraphs.stable,
  impact: "neutral",
  breaks: [],
  message: (change) => `Column ${change.path} (${change.type}) is promised, and the view does not have it yet.`,
  remedy: "Add it to the view, and take a new snapshot.",
  witness: () => null,
  proof: {
    scenario:
      "A team writes a column into the contract before the job that fills it is changed. The view on the server is the same as before, so every query answers the same.",
  },
});
