import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectAll } from "../catalogue/witness.js";

export const kindChanged = changeRule<"kind-changed">({
  id: "kind-changed",
  on: "kind-changed",
  title: "Kind of view changed",
  why: "A table, a view and a materialized view may differ in freshness, rights and what can be done with them, with the same columns.",
  policy: policyParagraphs.stable,
  impact: "risky",
  breaks: ["timeliness"],
  message: (change) => `The view was a ${change.before} and is now a ${change.after}.`,
  remedy: "Make sure that freshness and rights stay what they were.",
  witness: (change) => selectAll(change.view),
  proof: {
    before: [
      "CREATE TABLE {other}.runs (task_id varchar)",
      "INSERT INTO {other}.runs VALUES 't1'",
      "CREATE VIEW {view} AS SELECT task_id FROM {other}.runs",
      "INSERT INTO {other}.runs VALUES 't2'",
    ],
    after: [
      "DROP VIEW {view}",
      "CREATE TABLE {view} AS SELECT task_id FROM {other}.runs",
      "INSERT INTO {other}.runs VALUES 't3'",
    ],
    alsoFound: ["promise-stated"],
    readers: [
      { category: "by-name", sql: "SELECT v.task_id FROM {view} AS v WHERE v.task_id = 't1'", outcome: "same" },
      { category: "typed-client", sql: "SELECT v.task_id FROM {view} AS v WHERE v.task_id = 't1'", outcome: "same" },
      {
        category: "timeliness",
        sql: "SELECT count(*) AS behind FROM {other}.runs AS r WHERE r.task_id NOT IN (SELECT v.task_id FROM {view} AS v)",
        outcome: "rows-change",
      },
    ],
  },
});
