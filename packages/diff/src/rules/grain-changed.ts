import { promiseSentence } from "../catalogue/promise-sentence.js";
import { keepAndBump } from "../catalogue/remedies.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { countRows } from "../catalogue/witness.js";

export const grainChanged = changeRule<"grain-changed">({
  id: "grain-changed",
  on: "grain-changed",
  title: "Key changed",
  why: "A key says what one row is. With fewer columns rows were merged, with more they were split: counts, sums and joins on the key answer differently either way.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  breaks: ["row-count"],
  message: (change) => promiseSentence("The key that tells the rows apart", change),
  remedy: (change) => keepAndBump(change.view, "Keep the key"),
  witness: (change) => countRows(change.view),
  proof: {
    scenario:
      "One row was one execution of a task, by task and execution. The key is cut down to the task, and the rows of its executions become one. Whoever counts executions counts tasks from then on; whoever joins on both columns loses rows. The way back doubles the rows of a reader who joins on the task.",
  },
});
