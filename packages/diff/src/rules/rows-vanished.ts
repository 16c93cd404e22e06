import { liveRule, policyParagraphs } from "../catalogue/rule.js";
import { countRows } from "../catalogue/witness.js";
import { countText } from "../live/age-text.js";

export const rowsVanished = liveRule<"rows-vanished">({
  id: "rows-vanished",
  on: "rows-vanished",
  title: "Rows vanished under soft deletion",
  why: "Rows were promised to be marked and to stay. Readers who copy what changed never learn that a row went.",
  policy: policyParagraphs.designed,
  impact: "breaking",
  breaks: ["row-count"],
  message: ({ rows, most }) => {
    const [were, are] = [most, rows].map((count, index) => ["was", "is", "were", "are"][index + (count === 1 ? 0 : 2)]);
    return `There ${were} ${countText(most, "row")}, and ${countText(rows, "row")} ${are} left; deleted rows were promised to stay, marked.`;
  },
  remedy: "Bring the rows back, marked as deleted, and mend what removes them.",
  witness: (change) => countRows(change.view),
  proof: {
    scenario:
      "A view promises soft deletion, and somebody deletes rows of the table below. A reader who keeps a copy in step by updated_at and deleted_at never hears of them.",
  },
});
