import { changeRule, policyParagraphs } from "../catalogue/rule.js";

export const promiseWithdrawn = changeRule<"promise-withdrawn">({
  id: "promise-withdrawn",
  on: "promise-withdrawn",
  title: "Promise no longer stated",
  why: "A promise that leaves the contract is lost, as if it had been broken: its readers can no longer rely on it, and nobody would notice when it is.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  lowered: (change) => (change.isReliedOn ? null : "risky"),
  milder: [
    {
      impact: "risky",
      when: "readers do not build on it, and only the judgement on the version does: its kind and its successor",
    },
  ],
  breaks: ["row-count"],
  message: (change) => `${change.path} was ${change.before} and is promised no longer.`,
  remedy: "State it again as it was; if it cannot be kept, publish a new version without it.",
  witness: () => null,
  proof: {
    scenario:
      "A contract named the task as the key. The key is taken out, and next month the view holds a row for each execution; no file says any more that this was ever otherwise.",
  },
});
