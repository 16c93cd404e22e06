import { viewAs } from "../catalogue/proof.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectAll } from "../catalogue/witness.js";

export const columnInserted = changeRule<"column-added">({
  id: "column-inserted",
  on: "column-added",
  when: (change) => change.inserted && change.marker === null,
  title: "Column added before others",
  why: "Readers by name see nothing; readers by position silently get other data in every later column.",
  policy: policyParagraphs.stable,
  impact: "risky",
  breaks: ["unqualified", "positional", "stored-view"],
  message: (change) => `Column ${change.path} (${change.type}) was added before columns that were there already.`,
  remedy: "Add the column at the end of the select list.",
  witness: (change) => selectAll(change.view),
  proof: {
    before: viewAs("SELECT task_id, status FROM (VALUES ('t1', 'ok'), ('t2', 'failed')) AS t (task_id, status)"),
    after: viewAs(
      "SELECT task_id, 'h1' AS host, status FROM (VALUES ('t1', 'ok'), ('t2', 'failed')) AS t (task_id, status)",
    ),
    readers: [
      { category: "by-name", sql: "SELECT v.task_id FROM {view} AS v WHERE v.status = 'ok'", outcome: "same" },
      {
        category: "row-count",
        sql: "SELECT v.status, count(*) AS tasks FROM {view} AS v GROUP BY v.status",
        outcome: "same",
      },
      { category: "typed-client", sql: "SELECT v.task_id, v.status FROM {view} AS v", outcome: "same" },
      { category: "stored-view", sql: "SELECT v.task_id, v.status FROM {view} AS v", outcome: "same" },
      {
        category: "unqualified",
        sql: "SELECT h.task FROM (VALUES ('t1', 'h7')) AS h (task, host) WHERE EXISTS (SELECT 1 FROM {view} WHERE task_id = task AND host = 'h7')",
        outcome: "rows-change",
      },
      {
        category: "positional",
        sql: "SELECT * FROM {view} UNION ALL VALUES ('t0', 'ok')",
        outcome: { fails: "TYPE_MISMATCH", message: "UNION query has different number of fields: 3, 2" },
      },
      {
        category: "stored-view",
        sql: "SELECT * FROM {view}",
        outcome: {
          fails: "VIEW_IS_STALE",
          message:
            "View '{stored}' is stale or in invalid state: stored view column count (2) does not match column count derived from the view query analysis (3)",
        },
      },
    ],
  },
});
