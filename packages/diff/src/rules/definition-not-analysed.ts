import { viewAs } from "../catalogue/proof.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectAll } from "../catalogue/witness.js";

export const definitionNotAnalysed = changeRule<"definition-changed">({
  id: "definition-not-analysed",
  on: "definition-changed",
  when: (change) => change.about === "not-analysed",
  title: "Definition changed, not analysed",
  why: "The SQL of the view is another one, and what that means for rows and values could not be told: a person must look.",
  policy: policyParagraphs.stable,
  impact: "risky",
  action: "acknowledge",
  breaks: ["by-name", "unqualified", "positional", "stored-view", "row-count"],
  message: ({ reason }) =>
    `The definition of the view changed; what it means for rows and values was not analysed${reason ? `: ${reason}` : ""}.`,
  remedy: "Compare both definitions: the same rows, the same grain, the same meaning of each column.",
  witness: (change) => selectAll(change.view),
  proof: {
    before: viewAs(
      "WITH RECURSIVE chain (task_id, status) AS (SELECT 't1', CAST('OK' AS varchar) UNION ALL SELECT 't2', CAST('FAILED' AS varchar) FROM chain WHERE task_id = 't1') SELECT task_id, status FROM chain",
    ),
    after: viewAs(
      "WITH RECURSIVE chain (task_id, status) AS (SELECT 't1', CAST('ok' AS varchar) UNION ALL SELECT 't2', CAST('failed' AS varchar) FROM chain WHERE task_id = 't0') SELECT task_id, status FROM chain",
    ),
    readers: [
      { category: "by-name", sql: "SELECT v.task_id FROM {view} AS v WHERE v.task_id = 't1'", outcome: "same" },
      { category: "typed-client", sql: "SELECT v.task_id FROM {view} AS v WHERE v.task_id = 't1'", outcome: "same" },
      { category: "by-name", sql: "SELECT v.status FROM {view} AS v WHERE v.task_id = 't1'", outcome: "rows-change" },
      {
        category: "unqualified",
        sql: "SELECT status FROM {view} JOIN (VALUES ('t1')) AS h (task) ON task = task_id",
        outcome: "rows-change",
      },
      { category: "positional", sql: "SELECT * FROM {view} UNION ALL VALUES ('t0', 'OK')", outcome: "rows-change" },
      { category: "stored-view", sql: "SELECT v.task_id, v.status FROM {view} AS v", outcome: "rows-change" },
      { category: "row-count", sql: "SELECT count(*) AS tasks FROM {view}", outcome: "rows-change" },
    ],
  },
});
