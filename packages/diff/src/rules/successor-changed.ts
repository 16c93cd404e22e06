import { promiseSentence } from "../catalogue/promise-sentence.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";

export const successorChanged = changeRule<"successor-changed">({
  id: "successor-changed",
  on: "successor-changed",
  title: "Another successor named",
  why: "Readers were told where to move, and some may be on their way; whether the other view serves them only a person can tell.",
  policy: policyParagraphs.stable,
  impact: "risky",
  breaks: [],
  message: (change) => promiseSentence("The successor", change),
  remedy: "Make sure that readers who moved already can stay where they are.",
  witness: () => null,
  proof: {
    scenario:
      "Readers of version 1 were sent to version 2 and are now sent to version 3. Whoever moved to version 2 was promised that it would last.",
  },
});
