import { keepPromise, promiseSentence, timeSubject } from "../catalogue/promise-sentence.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { isLooser, lessLoose, slightlyLooser } from "../catalogue/time-promise.js";

export const frequencyLowered = changeRule<"time-promise-changed">({
  id: "frequency-lowered",
  on: "time-promise-changed",
  when: (change) => change.promise === "frequency" && isLooser(change),
  title: "Data comes less often",
  why: "Readers were promised how long they wait for the next run at most; dashboards that were an hour old are now as old as the gap.",
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
      "The job ran every hour and now runs once a day. An alert on the last two hours of tasks finds nothing for the rest of the day, and no query fails.",
  },
});
