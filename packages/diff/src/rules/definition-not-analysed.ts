import { viewAs } from "../catalogue/proof.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectAll } from "../catalogue/witness.js";

export const definitionNotAnalysed = changeRule<"definition-changed">({
  id: "definition-not-analysed",
  on: "definition-changed",
  title: "Definition changed, not analysed",
  why: "The SQL of the view is another one, and what that means for rows and values could not be told: a person must look.",
  policy: policyParagraphs.stable,
  impact: "risky",
  action: "acknowledge",
  breaks: ["by-name", "unqualified", "positional", "stored-view", "row-count"],
  message: () => "The definition of the view changed; what it means for rows and values was not analysed.",
  remedy: "Compare both definitions: the same rows, the same grain, the same meaning of each column.",
  witness: (change) => selectAll(change.view),
  proof: {
    before: viewAs(
      "SELECT task_id, upper(status) AS status FROM (VALUES ('t1', 'ok'), ('t2', 'failed')) AS t (task_id, status)",
    ),
    after: viewAs(
      "SELECT task_id, lower(status) AS status FROM (VALUES ('t1', 'ok'), ('t2', 'failed')) AS t (task_id, status) WHERE status = 'ok'",
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
