import { definitionSentence } from "../catalogue/definition-sentence.js";
import { viewAs } from "../catalogue/proof.js";
import { keepAndBump } from "../catalogue/remedies.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { countRows } from "../catalogue/witness.js";

export const setOperationChanged = changeRule<"definition-changed">({
  id: "set-operation-changed",
  on: "definition-changed",
  when: (change) => change.about === "set-operation",
  title: "Set operation changed",
  why: "UNION, INTERSECT and EXCEPT compare whole rows, and UNION ALL adds up its queries: another one gives other rows.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  breaks: ["by-name", "unqualified", "positional", "stored-view", "row-count"],
  message: (change) => definitionSentence("The set operation", change),
  remedy: (change) => keepAndBump(change.view, "Keep the set operation"),
  witness: (change) => countRows(change.view),
  proof: {
    before: viewAs(
      "SELECT task_id, status FROM (VALUES ('t1', 'ok'), ('t2', 'ok')) AS t (task_id, status) UNION SELECT task_id, status FROM (VALUES ('t1', 'ok'), ('t3', 'ok')) AS u (task_id, status)",
    ),
    after: viewAs(
      "SELECT task_id, status FROM (VALUES ('t1', 'ok'), ('t2', 'ok')) AS t (task_id, status) UNION ALL SELECT task_id, status FROM (VALUES ('t1', 'ok'), ('t3', 'ok')) AS u (task_id, status)",
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
