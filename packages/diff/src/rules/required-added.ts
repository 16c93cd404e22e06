import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectByName } from "../catalogue/witness.js";

export const requiredAdded = changeRule<"required-changed">({
  id: "required-added",
  on: "required-changed",
  when: (change) => change.required,
  title: "Not-null promised",
  why: "Nulls may vanish: what readers were promised only gets stronger.",
  policy: policyParagraphs.stable,
  impact: "additive",
  breaks: [],
  message: (change) => `${change.path} promises not to be null.`,
  remedy: "Nothing to do.",
  witness: (change) => selectByName(change.view, { column: change.name, steps: [] }),
  proof: {
    before: ["CREATE TABLE {view} (task_id varchar)", "INSERT INTO {view} VALUES 't1', 't2'"],
    after: [
      "DROP TABLE {view}",
      "CREATE TABLE {view} (task_id varchar NOT NULL)",
      "INSERT INTO {view} VALUES 't1', 't2'",
    ],
    refusedBy: { "435": "NOT_SUPPORTED" },
    readers: [
      {
        category: "by-name",
        sql: "SELECT h.task FROM (VALUES 't9') AS h (task) WHERE h.task NOT IN (SELECT v.task_id FROM {view} AS v)",
        outcome: "same",
      },
      {
        category: "unqualified",
        sql: "SELECT task FROM (VALUES 't9') AS h (task) WHERE task NOT IN (SELECT task_id FROM {view})",
        outcome: "same",
      },
      { category: "positional", sql: "SELECT * FROM {view} UNION ALL VALUES 't0'", outcome: "same" },
      { category: "stored-view", sql: "SELECT v.task_id FROM {view} AS v", outcome: "same" },
      { category: "row-count", sql: "SELECT count(v.task_id) AS tasks FROM {view} AS v", outcome: "same" },
      { category: "typed-client", sql: "SELECT v.task_id FROM {view} AS v", outcome: "same" },
    ],
  },
});
