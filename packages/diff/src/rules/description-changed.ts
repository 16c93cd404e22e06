import { changeRule, policyParagraphs } from "../catalogue/rule.js";

export const descriptionChanged = changeRule<"description-changed">({
  id: "description-changed",
  on: "description-changed",
  when: (change) => change.before !== null && change.after !== null,
  title: "Description changed",
  why: "Meaning is a promise, and a new description may say that it changed; only a person can tell.",
  policy: policyParagraphs.stable,
  impact: "risky",
  breaks: ["by-name"],
  message: (change) => `${change.subject} has another description.`,
  remedy: "If the meaning changed, publish a new version; if only the wording did, nothing is to do.",
  witness: () => null,
  proof: {
    scenario:
      "The description said \u201caverage cost\u201d and now says \u201ctotal cost\u201d. The column has its name and its type, so every query runs as before, and the reader who averages over it is wrong.",
  },
});
