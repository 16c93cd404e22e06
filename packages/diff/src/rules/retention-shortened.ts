import { keepPromise, promiseSentence, timeSubject } from "../catalogue/promise-sentence.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { isLooser, lessLoose, slightlyLooser } from "../catalogue/time-promise.js";

export const retentionShortened = changeRule<"time-promise-changed">({
  id: "retention-shortened",
  on: "time-promise-changed",
  when: (change) => change.promise === "retention" && isLooser(change),
  title: "Data reaches less far back",
  why: "Queries over the past lose rows without failing: a trend over a year is one over what is left.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  lowered: lessLoose,
  milder: slightlyLooser,
  breaks: ["timeliness"],
  message: (change) => promiseSentence(timeSubject(change), change),
  remedy: keepPromise,
  witness: () => null,
  proof: {
    scenario:
      "The view held everything there ever was. A time to live of 90 days is set, and the comparison with the same month of last year compares with nothing.",
  },
});
