import { definitionSentence } from "../catalogue/definition-sentence.js";
import { viewAs } from "../catalogue/proof.js";
import { keepAndBump } from "../catalogue/remedies.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { countRows } from "../catalogue/witness.js";

export const groupingChanged = changeRule<"definition-changed">({
  id: "grouping-changed",
  on: "definition-changed",
  when: (change) => change.about === "grouping",
  title: "Grouping changed",
  why: "A row stands for another group than before: counts, sums and joins on the view give other answers.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  breaks: ["by-name", "unqualified", "positional", "stored-view", "row-count"],
  message: (change) => definitionSentence("The grouping", change),
  remedy: (change) => keepAndBump(change.view, "Keep the grouping"),
  witness: (change) => countRows(change.view),
  proof: {
    before: viewAs(
      "SELECT task_id, count(*) AS executions FROM (VALUES ('t1', 1, 'ok'), ('t1', 2, 'failed'), ('t2', 1, 'ok')) AS t (task_id, execution, status) GROUP BY task_id",
    ),
    after: viewAs(
      "SELECT task_id, count(*) AS executions FROM (VALUES ('t1', 1, 'ok'), ('t1', 2, 'failed'), ('t2', 1, 'ok')) AS t (task_id, execution, status) GROUP BY task_id, execution",
    ),
    readers: [
      {
        category: "by-name",
        sql: "SELECT v.executions FROM {view} AS v WHERE v.task_id = 't1'",
        outcome: "rows-change",
      },
      {
        category: "unqualified",
        sql: "SELECT executions FROM {view} JOIN (VALUES 't1') AS h (task) ON task = task_id",
        outcome: "rows-change",
      },
      { category: "positional", sql: "SELECT * FROM {view} UNION ALL VALUES ('t0', 1)", outcome: "rows-change" },
      { category: "stored-view", sql: "SELECT v.task_id, v.executions FROM {view} AS v", outcome: "rows-change" },
      { category: "row-count", sql: "SELECT count(*) AS tasks FROM {view}", outcome: "rows-change" },
    ],
  },
});
