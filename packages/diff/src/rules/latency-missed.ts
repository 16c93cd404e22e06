import { liveRule, policyParagraphs } from "../catalogue/rule.js";
import { ageText, windowText } from "../live/age-text.js";

export const latencyMissed = liveRule<"latency-missed">({
  id: "latency-missed",
  on: "latency-missed",
  title: "Data is late",
  why: "Readers take the data for complete once the promised time is over.",
  policy: policyParagraphs.explicit,
  impact: "breaking",
  breaks: ["timeliness"],
  message: ({ before, column, age, recentDays }) => {
    const promised = `${before} was promised`;
    if (age === null) return `No row${windowText(recentDays)} has a time in ${column}; a latency of ${promised}.`;
    return `The newest row is ${ageText(age)} old by ${column}; ${promised}.`;
  },
  remedy: "Look after the job that fills the view; its owner is named in the contract.",
  witness: () => null,
  proof: {
    scenario:
      "Data was promised an hour after the fact, and the job has failed since midnight. The report of the morning misses the night, and no query fails.",
  },
});
