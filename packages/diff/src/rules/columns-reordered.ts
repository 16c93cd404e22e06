import { viewAs } from "../catalogue/proof.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectAll } from "../catalogue/witness.js";

export const columnsReordered = changeRule<"columns-reordered">({
  id: "columns-reordered",
  on: "columns-reordered",
  title: "Columns reordered",
  why: "Readers by name see nothing; readers by position silently get other data.",
  policy: policyParagraphs.stable,
  impact: "risky",
  breaks: ["positional", "stored-view"],
  message: () => "The columns stand in another order.",
  remedy: "Keep the order of the columns that are published; add new ones at the end.",
  witness: (change) => selectAll(change.view),
  proof: {
    before: viewAs("SELECT task_id, status FROM (VALUES ('t1', 'ok'), ('t2', 'no')) AS t (task_id, status)"),
    after: viewAs("SELECT status, task_id FROM (VALUES ('t1', 'ok'), ('t2', 'no')) AS t (task_id, status)"),
    readers: [
      { category: "by-name", sql: "SELECT v.task_id FROM {view} AS v WHERE v.status = 'ok'", outcome: "same" },
      {
        category: "unqualified",
        sql: "SELECT task_id FROM {view} JOIN (VALUES ('t1')) AS h (task) ON task = task_id WHERE status = 'ok'",
        outcome: "same",
      },
      { category: "typed-client", sql: "SELECT v.task_id, v.status FROM {view} AS v", outcome: "same" },
      { category: "stored-view", sql: "SELECT v.task_id, v.status FROM {view} AS v", outcome: "same" },
      { category: "positional", sql: "SELECT t.task FROM {view} AS t (task, result)", outcome: "rows-change" },
      {
        category: "stored-view",
        sql: "SELECT * FROM {view}",
        outcome: {
          fails: "VIEW_IS_STALE",
          message:
            "View '{stored}' is stale or in invalid state: column [status] of type varchar(2) projected from query view at position 0 has a different name from column [task_id] of type varchar(2) stored in view definition",
        },
      },
    ],
  },
});
