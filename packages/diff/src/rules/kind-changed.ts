import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectAll } from "../catalogue/witness.js";

export const kindChanged = changeRule<"kind-changed">({
  id: "kind-changed",
  on: "kind-changed",
  title: "Kind of view changed",
  why: "With the same columns, what was a view and is now filled by a job may hold other rows and values, later ones, nulls where a table promised none, and under other rights.",
  policy: policyParagraphs.stable,
  impact: "risky",
  breaks: ["by-name", "unqualified", "positional", "stored-view", "typed-client", "row-count", "timeliness"],
  message: (change) => `The view was a ${change.before} and is now a ${change.after}.`,
  remedy: "Make sure that rows, values, freshness and rights stay what they were.",
  witness: (change) => selectAll(change.view),
  proof: {
    before: [
      "CREATE TABLE {other}.runs (task_id varchar, status varchar)",
      "INSERT INTO {other}.runs VALUES ('t1', 'ok'), ('t2', 'ok'), ('t3', 'failed')",
      "CREATE TABLE {view} (task_id varchar NOT NULL, status varchar)",
      "INSERT INTO {view} SELECT task_id, status FROM {other}.runs",
    ],
    after: [
      "CREATE TABLE {other}.runs_of_yesterday AS SELECT * FROM (VALUES ('t1', 'ok'), (NULL, 'ok')) AS t (task_id, status)",
      "DROP TABLE {view}",
      "CREATE VIEW {view} AS SELECT CAST(task_id AS varchar) AS task_id, CAST(status AS varchar) AS status FROM {other}.runs_of_yesterday",
    ],
    alsoFound: ["promise-stated"],
    refusedBy: { "435": "NOT_SUPPORTED" },
    readers: [
      { category: "by-name", sql: "SELECT v.task_id FROM {view} AS v WHERE v.task_id = 't1'", outcome: "same" },
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
      {
        category: "typed-client",
        sql: "SELECT v.task_id FROM {view} AS v WHERE v.task_id IS NULL",
        outcome: "rows-change",
      },
      { category: "row-count", sql: "SELECT count(*) AS tasks FROM {view}", outcome: "rows-change" },
      {
        category: "timeliness",
        sql: "SELECT count(*) AS behind FROM {other}.runs AS r WHERE r.status = 'ok' AND r.task_id NOT IN (SELECT v.task_id FROM {view} AS v WHERE v.task_id IS NOT NULL)",
        outcome: "rows-change",
      },
    ],
    variants: [
      {
        when: "a view becomes a table",
        before: [
          "CREATE TABLE {other}.runs (task_id varchar, status varchar)",
          "INSERT INTO {other}.runs VALUES ('t1', 'ok')",
          "CREATE VIEW {view} AS SELECT task_id, status FROM {other}.runs",
          "INSERT INTO {other}.runs VALUES ('t2', 'ok'), ('t3', 'failed')",
        ],
        after: [
          "DROP VIEW {view}",
          "CREATE TABLE {view} AS SELECT task_id, status FROM {other}.runs WHERE status = 'ok'",
          "INSERT INTO {other}.runs VALUES ('t4', 'ok')",
        ],
        alsoFound: ["promise-stated", "promise-stated"],
        readers: [
          { category: "by-name", sql: "SELECT v.task_id FROM {view} AS v WHERE v.task_id = 't1'", outcome: "same" },
          {
            category: "typed-client",
            sql: "SELECT v.task_id FROM {view} AS v WHERE v.task_id = 't1'",
            outcome: "same",
          },
          {
            category: "by-name",
            sql: "SELECT v.task_id FROM {view} AS v WHERE v.status = 'failed'",
            outcome: "rows-change",
          },
          { category: "row-count", sql: "SELECT count(*) AS tasks FROM {view}", outcome: "rows-change" },
          {
            category: "timeliness",
            sql: "SELECT count(*) AS behind FROM {other}.runs AS r WHERE r.status = 'ok' AND r.task_id NOT IN (SELECT v.task_id FROM {view} AS v)",
            outcome: "rows-change",
          },
        ],
      },
    ],
  },
});
