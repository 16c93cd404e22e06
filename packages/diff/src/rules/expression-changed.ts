import { definitionSentence } from "../catalogue/definition-sentence.js";
import { viewAs } from "../catalogue/proof.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectByName } from "../catalogue/witness.js";

export const expressionChanged = changeRule<"definition-changed">({
  id: "expression-changed",
  on: "definition-changed",
  when: (change) => change.about === "expression",
  title: "Meaning of a column changed",
  why: "The column has the same name and type and is made of something else: meaning is a promise, and only a person can tell.",
  policy: policyParagraphs.stable,
  impact: "risky",
  breaks: ["by-name", "unqualified", "positional", "stored-view"],
  message: (change) => definitionSentence(`Column ${change.path}`, change),
  remedy: "If the column means something else now, give it another name or publish a new version.",
  witness: (change) => selectByName(change.view, { column: change.column ?? "", steps: [] }),
  proof: {
    before: viewAs(
      "SELECT task_id, upper(status) AS status FROM (VALUES ('t1', 'ok'), ('t2', 'failed')) AS t (task_id, status)",
    ),
    after: viewAs(
      "SELECT task_id, lower(status) AS status FROM (VALUES ('t1', 'ok'), ('t2', 'failed')) AS t (task_id, status)",
    ),
    readers: [
      { category: "by-name", sql: "SELECT v.task_id FROM {view} AS v WHERE v.task_id = 't1'", outcome: "same" },
      { category: "typed-client", sql: "SELECT v.task_id FROM {view} AS v WHERE v.task_id = 't1'", outcome: "same" },
      { category: "row-count", sql: "SELECT count(*) AS tasks FROM {view}", outcome: "same" },
      { category: "by-name", sql: "SELECT v.status FROM {view} AS v WHERE v.task_id = 't1'", outcome: "rows-change" },
      {
        category: "unqualified",
        sql: "SELECT status FROM {view} JOIN (VALUES 't1') AS h (task) ON task = task_id",
        outcome: "rows-change",
      },
      { category: "positional", sql: "SELECT * FROM {view} UNION ALL VALUES ('t0', 'OK')", outcome: "rows-change" },
      { category: "stored-view", sql: "SELECT v.task_id, v.status FROM {view} AS v", outcome: "rows-change" },
    ],
  },
});
