import { keepAndBump } from "../catalogue/remedies.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectByName } from "../catalogue/witness.js";

export const requiredRemoved = changeRule<"required-changed">({
  id: "required-removed",
  on: "required-changed",
  when: (change) => !change.required,
  title: "Not-null promise withdrawn",
  why: "Readers rely on there being no nulls: joins lose rows, counts and sums change.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  breaks: ["by-name", "unqualified", "positional", "stored-view", "typed-client", "row-count"],
  message: (change) => `${change.path} no longer promises not to be null.`,
  remedy: (change) => keepAndBump(change.view, `Keep ${change.path} free of nulls`),
  witness: (change) => selectByName(change.view, { column: change.name, steps: [] }),
  proof: {
    before: ["CREATE TABLE {view} (task_id varchar NOT NULL)", "INSERT INTO {view} VALUES 't1', 't2'"],
    after: ["DROP TABLE {view}", "CREATE TABLE {view} (task_id varchar)", "INSERT INTO {view} VALUES 't1', NULL"],
    refusedBy: { "435": "NOT_SUPPORTED" },
    readers: [
      {
        category: "by-name",
        sql: "SELECT h.task FROM (VALUES 't9') AS h (task) WHERE h.task NOT IN (SELECT v.task_id FROM {view} AS v)",
        outcome: "rows-change",
      },
      {
        category: "unqualified",
        sql: "SELECT task FROM (VALUES 't9') AS h (task) WHERE task NOT IN (SELECT task_id FROM {view})",
        outcome: "rows-change",
      },
      { category: "positional", sql: "SELECT * FROM {view} UNION ALL VALUES 't0'", outcome: "rows-change" },
      { category: "stored-view", sql: "SELECT v.task_id FROM {view} AS v", outcome: "rows-change" },
      { category: "row-count", sql: "SELECT count(v.task_id) AS tasks FROM {view} AS v", outcome: "rows-change" },
      { category: "typed-client", sql: "SELECT v.task_id FROM {view} AS v", outcome: "rows-change" },
      { category: "row-count", sql: "SELECT count(*) AS tasks FROM {view}", outcome: "same" },
    ],
  },
});
