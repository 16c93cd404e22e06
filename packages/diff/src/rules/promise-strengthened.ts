import { promiseSentence, timeSubject } from "../catalogue/promise-sentence.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { isLooser } from "../catalogue/time-promise.js";

export const promiseStrengthened = changeRule<"time-promise-changed">({
  id: "promise-strengthened",
  on: "time-promise-changed",
  when: (change) => !isLooser(change),
  title: "Promise of time strengthened",
  why: "Data may come sooner, more often, or reach further back: what readers were promised only gets stronger.",
  policy: policyParagraphs.stable,
  impact: "additive",
  breaks: [],
  message: (change) => promiseSentence(timeSubject(change), change),
  remedy: "Nothing to do.",
  witness: () => null,
  proof: {
    scenario:
      "Data was promised within a day and is now promised within an hour. Whoever waits for a day finds it there.",
  },
});
