import { liveRule, policyParagraphs } from "../catalogue/rule.js";
import { ageText } from "../live/age-text.js";

export const retentionMissed = liveRule<"retention-missed">({
  id: "retention-missed",
  on: "retention-missed",
  title: "Old rows are gone",
  why: "Readers who compare with last year get what is left of it, and no query fails.",
  policy: policyParagraphs.explicit,
  impact: "breaking",
  breaks: ["timeliness"],
  message: ({ before, column, reach, promised }) => {
    const stated = `a retention of ${before} was promised, and rows must go back ${ageText(promised)}`;
    if (reach === null) return `There is no row any more by ${column}; ${stated}.`;
    return `The oldest row is ${ageText(reach)} old by ${column}; ${stated}.`;
  },
  remedy: "Bring the rows back and mend what deletes them, or publish a new version that promises less.",
  witness: () => null,
  proof: {
    scenario:
      "A year of rows was promised, and a table below the view was created again from the last three months. Sums of the year shrink to those of a quarter.",
  },
});
