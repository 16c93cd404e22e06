import { promiseSentence } from "../catalogue/promise-sentence.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";

export const releaseMoved = changeRule<"release-moved">({
  id: "release-moved",
  on: "release-moved",
  title: "Release date moved",
  why: "The version before it is supported for a quarter from this day. An earlier day ends that support sooner, without a word in its own contract.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  lowered: (change) => (change.isEarlier && !change.isPlan ? null : "neutral"),
  milder: [{ impact: "neutral", when: "the release is later, or was only planned" }],
  breaks: ["timeliness"],
  message: (change) => promiseSentence("The release date", change),
  remedy: (change) =>
    change.isEarlier && !change.isPlan ? `Keep the release date ${change.before}.` : "Nothing to do.",
  witness: () => null,
  proof: {
    scenario:
      "Version 2 was released in November. Its contract is made to say August, and version 1 is removed the same day as past its support.",
  },
});
