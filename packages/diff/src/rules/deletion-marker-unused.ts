import { liveRule, policyParagraphs } from "../catalogue/rule.js";
import { countText, windowText } from "../live/age-text.js";

export const deletionMarkerUnused = liveRule<"marker-unused">({
  id: "deletion-marker-unused",
  on: "marker-unused",
  title: "No row is marked as deleted",
  why: "Readers leave out what is marked. Where nothing ever is, either nothing was deleted yet, or rows vanish that readers were told would stay.",
  policy: policyParagraphs.designed,
  impact: "risky",
  breaks: ["row-count"],
  message: ({ rows, recentDays }) =>
    `Rows are promised to be marked when they are deleted, and none of ${countText(rows, "row")}${windowText(recentDays)} is.`,
  remedy:
    "Make sure that deleted rows are marked and stay; where rows are never deleted, promise that (deletionMode: none).",
  witness: () => null,
  proof: {
    scenario:
      "A view promises soft deletion, and the job overwrites its table each night with what is there. Deleted rows are gone without a mark, and whoever copied them keeps them for good.",
  },
});
