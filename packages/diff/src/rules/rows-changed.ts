import { clauseName, definitionSentence } from "../catalogue/definition-sentence.js";
import { viewAs } from "../catalogue/proof.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { countRows } from "../catalogue/witness.js";

export const rowsChanged = changeRule<"definition-changed">({
  id: "rows-changed",
  on: "definition-changed",
  when: (change) => change.about === "rows",
  title: "Rows selected in another way",
  why: "A join, filter, limit, sample or subquery may give more rows or fewer; only the data can tell.",
  policy: policyParagraphs.stable,
  impact: "risky",
  breaks: ["by-name", "unqualified", "positional", "stored-view", "row-count"],
  message: (change) => definitionSentence(clauseName(change.path), change),
  remedy: "Compare the rows of both definitions; if there are others, publish a new version.",
  witness: (change) => countRows(change.view),
  proof: {
    before: viewAs("SELECT task_id, status FROM (VALUES ('t1', 'ok'), ('t2', 'failed')) AS t (task_id, status)"),
    after: viewAs(
      "SELECT task_id, status FROM (VALUES ('t1', 'ok'), ('t2', 'failed')) AS t (task_id, status) WHERE status = 'ok'",
    ),
    readers: [
      { category: "by-name", sql: "SELECT v.task_id FROM {view} AS v WHERE v.status = 'ok'", outcome: "same" },
      { category: "typed-client", sql: "SELECT v.task_id FROM {view} AS v WHERE v.status = 'ok'", outcome: "same" },
      {
        category: "by-name",
        sql: "SELECT v.task_id FROM {view} AS v WHERE v.status = 'failed'",
        outcome: "rows-change",
      },
      {
        category: "unqualified",
        sql: "SELECT task_id FROM {view} JOIN (VALUES 'failed') AS h (result) ON result = status",
        outcome: "rows-change",
      },
      { category: "positional", sql: "SELECT * FROM {view} UNION ALL VALUES ('t0', 'ok')", outcome: "rows-change" },
      { category: "stored-view", sql: "SELECT v.task_id FROM {view} AS v", outcome: "rows-change" },
      { category: "row-count", sql: "SELECT count(*) AS tasks FROM {view}", outcome: "rows-change" },
    ],
  },
});
