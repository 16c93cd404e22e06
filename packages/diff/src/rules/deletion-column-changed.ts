import { promiseSentence } from "../catalogue/promise-sentence.js";
import { keepAndBump } from "../catalogue/remedies.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { countRows } from "../catalogue/witness.js";

export const deletionColumnChanged = changeRule<"deletion-column-changed">({
  id: "deletion-column-changed",
  on: "deletion-column-changed",
  title: "Another column marks deleted rows",
  why: "Readers leave deleted rows out by the column they were told of; when another one marks them, that filter lets them through.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  breaks: ["row-count"],
  message: (change) => promiseSentence("The column that marks deleted rows", change),
  remedy: (change) => keepAndBump(change.view, "Keep the column that marks deleted rows"),
  witness: (change) => countRows(change.view),
  proof: {
    scenario:
      "Readers count the tasks whose deleted_at is null. Deletions are noted in removed_at from now on, and deleted_at stays null: they count the deleted tasks too.",
  },
});
