import { keepPromise, promiseSentence, timeSubject } from "../catalogue/promise-sentence.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { isLooser, lessLoose, slightlyLooser } from "../catalogue/time-promise.js";

export const latencyLoosened = changeRule<"time-promise-changed">({
  id: "latency-loosened",
  on: "time-promise-changed",
  when: (change) => change.promise === "latency" && isLooser(change),
  title: "Data may come later",
  why: "Readers run their jobs by when the data was promised to be there; from the promised time on they take it for complete.",
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
      "Data was promised an hour after the fact, and a report runs at two in the morning. With a day promised the report of yesterday misses most of yesterday, and no query fails.",
  },
});
