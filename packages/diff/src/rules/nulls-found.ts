import { liveRule, policyParagraphs } from "../catalogue/rule.js";
import { selectByName } from "../catalogue/witness.js";
import { countText, windowText } from "../live/age-text.js";

export const nullsFound = liveRule<"nulls-found">({
  id: "nulls-found",
  on: "nulls-found",
  title: "Nulls where none were promised",
  why: "Readers rely on there being no nulls: joins lose rows, NOT IN finds nothing, counts and sums change.",
  policy: policyParagraphs.designed,
  impact: "breaking",
  breaks: ["by-name", "unqualified", "positional", "stored-view", "typed-client", "row-count"],
  message: ({ path, nulls, rows, recentDays }) => {
    const all = `${countText(rows, "row")}${windowText(recentDays)}`;
    return `${nulls.toLocaleString("en-US")} of ${all} ${nulls === 1 ? "has" : "have"} no ${path}, which was promised never to be null.`;
  },
  remedy: ({ path }) => `Fill ${path}, or leave out the rows that have none.`,
  witness: (change) => selectByName(change.view, { column: change.name, steps: [] }),
  proof: {
    scenario:
      "A column promised a value in each row, and a source begins to leave it out. A reader's NOT IN over that column answers with no row at all from then on.",
  },
});
