import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectAll } from "../catalogue/witness.js";

export const deletionMarkerAdded = changeRule<"column-added">({
  id: "deletion-marker-added",
  on: "column-added",
  when: (change) => change.marker,
  title: "Deletion marker appeared",
  why: "Rows that were deleted may now stay and be marked: readers who do not filter them count too much. No deletion mode is stated that would decide it.",
  policy: policyParagraphs.stable,
  impact: "risky",
  breaks: ["row-count", "unqualified", "positional", "stored-view"],
  message: (change) => `Column ${change.path} (${change.type}) looks like the marker of soft deletion.`,
  remedy: "State the deletion mode; if rows are no longer removed, publish a new version.",
  witness: (change) => selectAll(change.view),
});
