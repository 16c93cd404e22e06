import { definitionSentence } from "../catalogue/definition-sentence.js";
import { viewAs } from "../catalogue/proof.js";
import { keepAndBump } from "../catalogue/remedies.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { countRows } from "../catalogue/witness.js";

export const distinctChanged = changeRule<"definition-changed">({
  id: "distinct-changed",
  on: "definition-changed",
  when: (change) => change.about === "distinct",
  title: "Distinct rows changed",
  why: "DISTINCT keeps one row of those that agree in these columns: with other columns, or without it, there are other rows.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  breaks: ["by-name", "unqualified", "positional", "stored-view", "row-count"],
  message: (change) => definitionSentence("What rows are distinct by", change),
  remedy: (change) => keepAndBump(change.view, "Keep what rows are distinct by"),
  witness: (change) => countRows(change.view),
  proof: {
    before: viewAs(
      "SELECT DISTINCT task_id, status FROM (VALUES ('t1', 'ok'), ('t1', 'ok'), ('t2', 'ok')) AS t (task_id, status)",
    ),
    after: viewAs(
      "SELECT task_id, status FROM (VALUES ('t1', 'ok'), ('t1', 'ok'), ('t2', 'ok')) AS t (task_id, status)",
    ),
    readers: [
      { category: "by-name", sql: "SELECT v.task_id FROM {view} AS v WHERE v.task_id = 't1'", outcome: "rows-change" },
      {
        category: "unqualified",
        sql: "SELECT task_id FROM {view} JOIN (VALUES 't1') AS h (task) ON task = task_id",
        outcome: "rows-change",
      },
      { category: "positional", sql: "SELECT * FROM {view} UNION ALL VALUES ('t0', 'ok')", outcome: "rows-change" },
      { category: "stored-view", sql: "SELECT v.task_id FROM {view} AS v", outcome: "rows-change" },
      { category: "row-count", sql: "SELECT count(*) AS tasks FROM {view}", outcome: "rows-change" },
    ],
  },
});
