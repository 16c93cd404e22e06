import { viewAs } from "../catalogue/proof.js";
import { keepAndBump } from "../catalogue/remedies.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectByName } from "../catalogue/witness.js";

export const columnRemoved = changeRule<"column-removed">({
  id: "column-removed",
  on: "column-removed",
  title: "Column removed",
  why: "Every query that names the column fails, and every later column moves one place.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  breaks: ["by-name", "unqualified", "positional", "stored-view", "typed-client"],
  message: (change) => `Column ${change.path} (${change.type}) was removed.`,
  remedy: (change) => keepAndBump(change.view, `Keep ${change.path}`),
  witness: (change) => selectByName(change.view, { column: change.name, steps: [] }),
  proof: {
    before: viewAs("SELECT task_id, status FROM (VALUES ('t1', 'ok'), ('t2', 'failed')) AS t (task_id, status)"),
    after: viewAs("SELECT task_id FROM (VALUES ('t1', 'ok'), ('t2', 'failed')) AS t (task_id, status)"),
    readers: [
      {
        category: "by-name",
        sql: "SELECT v.task_id FROM {view} AS v WHERE v.status = 'ok'",
        outcome: { fails: "COLUMN_NOT_FOUND", message: "Column 'v.status' cannot be resolved" },
      },
      {
        category: "unqualified",
        sql: "SELECT h.task FROM (VALUES ('t2', 'ok')) AS h (task, status) WHERE EXISTS (SELECT 1 FROM {view} WHERE task_id = task AND status = 'ok')",
        outcome: "rows-change",
      },
      {
        category: "positional",
        sql: "SELECT * FROM {view} UNION ALL VALUES ('t0', 'ok')",
        outcome: { fails: "TYPE_MISMATCH", message: "UNION query has different number of fields: 1, 2" },
      },
      {
        category: "stored-view",
        sql: "SELECT v.status FROM {view} AS v",
        outcome: {
          fails: "INVALID_VIEW",
          message: "Failed analyzing stored view '{stored}': Column 'v.status' cannot be resolved",
        },
      },
      {
        category: "typed-client",
        sql: "SELECT v.task_id, v.status FROM {view} AS v",
        outcome: { fails: "COLUMN_NOT_FOUND", message: "Column 'v.status' cannot be resolved" },
      },
      { category: "row-count", sql: "SELECT count(*) AS tasks FROM {view}", outcome: "same" },
    ],
  },
});
