import { viewSubject } from "../catalogue/promise-sentence.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";

export const versionDeprecated = changeRule<"status-changed">({
  id: "version-deprecated",
  on: "status-changed",
  when: (change) => change.step === "deprecated",
  title: "Version deprecated",
  why: "Readers are asked to move; until support ends everything stays as it is.",
  policy: policyParagraphs.stable,
  impact: "neutral",
  breaks: [],
  message: (change) =>
    `${viewSubject(change)} is deprecated. ${
      change.successor === null ? "No successor is named." : `Its successor is ${change.successor}.`
    }`,
  remedy: "Name the successor and the end of support, and tell the stakeholders.",
  witness: () => null,
  proof: {
    scenario: "Version 2 is out and version 1 is deprecated. Queries on version 1 answer as before until support ends.",
  },
});
