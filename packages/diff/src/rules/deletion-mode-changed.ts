import { promiseSentence } from "../catalogue/promise-sentence.js";
import { keepAndBump } from "../catalogue/remedies.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { countRows } from "../catalogue/witness.js";

export const deletionModeChanged = changeRule<"deletion-mode-changed">({
  id: "deletion-mode-changed",
  on: "deletion-mode-changed",
  title: "Deletion mode changed",
  why: "Where rows used to vanish they now stay and are marked, or the other way round: readers count too much, or miss what they looked for.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  breaks: ["row-count"],
  message: (change) => promiseSentence("The deletion mode", change),
  remedy: (change) => keepAndBump(change.view, "Keep the deletion mode"),
  witness: (change) => countRows(change.view),
  proof: {
    scenario:
      "Deleted tasks vanished from the view. From now on they stay, with the day in deleted_at. A query that counts tasks and knows nothing of that column counts the deleted ones too.",
  },
});
