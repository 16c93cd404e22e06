import { definitionSentence } from "../catalogue/definition-sentence.js";
import { viewAs } from "../catalogue/proof.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { countRows } from "../catalogue/witness.js";

export const sourceChanged = changeRule<"definition-changed">({
  id: "source-changed",
  on: "definition-changed",
  when: (change) => change.about === "source",
  title: "Source replaced",
  why: "Another table with the same columns may hold other rows and other values.",
  policy: policyParagraphs.stable,
  impact: "risky",
  breaks: ["by-name", "unqualified", "positional", "stored-view", "row-count"],
  message: (change) => definitionSentence("What the view reads", change),
  remedy: "Compare rows and values of both sources; if they differ, publish a new version.",
  witness: (change) => countRows(change.view),
  proof: {
    before: [
      "CREATE TABLE {other}.tasks (task_id varchar, status varchar)",
      "INSERT INTO {other}.tasks VALUES ('t1', 'ok'), ('t2', 'failed')",
      "CREATE TABLE {other}.finished_tasks (task_id varchar, status varchar)",
      "INSERT INTO {other}.finished_tasks VALUES ('t1', 'ok')",
      ...viewAs("SELECT task_id, status FROM {other}.tasks"),
    ],
    after: viewAs("SELECT task_id, status FROM {other}.finished_tasks"),
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
