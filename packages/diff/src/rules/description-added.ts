import { changeRule, policyParagraphs } from "../catalogue/rule.js";

export const descriptionAdded = changeRule<"description-changed">({
  id: "description-added",
  on: "description-changed",
  when: (change) => change.before === null,
  title: "Description added",
  why: "Saying what was unsaid breaks nobody.",
  policy: policyParagraphs.documented,
  impact: "neutral",
  breaks: [],
  message: (change) => `${change.subject} now has a description.`,
  remedy: "Nothing to do.",
  witness: () => null,
  proof: {
    before: [
      "CREATE OR REPLACE VIEW {view} AS SELECT task_id, status FROM (VALUES ('t1', 'ok'), ('t2', 'failed')) AS t (task_id, status)",
    ],
    after: [
      "CREATE OR REPLACE VIEW {view} COMMENT 'Every task and how it ended.' AS SELECT task_id, status FROM (VALUES ('t1', 'ok'), ('t2', 'failed')) AS t (task_id, status)",
    ],
    readers: [
      { category: "by-name", sql: "SELECT v.task_id FROM {view} AS v WHERE v.status = 'ok'", outcome: "same" },
      {
        category: "unqualified",
        sql: "SELECT task_id FROM {view} JOIN (VALUES ('t1')) AS h (task) ON task = task_id",
        outcome: "same",
      },
      { category: "positional", sql: "SELECT * FROM {view} UNION ALL VALUES ('t0', 'ok')", outcome: "same" },
      { category: "stored-view", sql: "SELECT * FROM {view}", outcome: "same" },
      { category: "typed-client", sql: "SELECT v.task_id, v.status FROM {view} AS v", outcome: "same" },
      { category: "row-count", sql: "SELECT count(*) AS tasks FROM {view}", outcome: "same" },
    ],
  },
});
