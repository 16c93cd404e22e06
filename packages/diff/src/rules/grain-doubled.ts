import { nameLabel } from "@schema-gate/contract";
import { liveRule, policyParagraphs } from "../catalogue/rule.js";
import { countRows } from "../catalogue/witness.js";
import { countText, windowText } from "../live/age-text.js";

export const grainDoubled = liveRule<"grain-doubled">({
  id: "grain-doubled",
  on: "grain-doubled",
  title: "Key stands in more than one row",
  why: "The key says what one row is. Counts and sums of doubled rows are too high, and joins on the key multiply.",
  policy: policyParagraphs.repeatable,
  impact: "breaking",
  breaks: ["row-count"],
  message: ({ key, doubled, rows, recentDays }) => {
    const stand = doubled === 1 ? "stands" : "stand";
    const keys = countText(doubled, "value");
    return `${keys} of the key (${key.map(nameLabel).join(", ")}) ${stand} in more than one of ${countText(rows, "row")}${windowText(recentDays)}.`;
  },
  remedy: "Remove the doubled rows, and make the job write each of its rows once however often it runs.",
  witness: (change) => countRows(change.view),
  proof: {
    scenario:
      "A job was run twice for the same day and appended its rows both times. Whoever counts the executions of that day counts twice as many.",
  },
});
