import { viewAs } from "../catalogue/proof.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectAll } from "../catalogue/witness.js";

export const columnAdded = changeRule<"column-added">({
  id: "column-added",
  on: "column-added",
  when: (change) => !change.inserted && change.marker === null,
  title: "Column added at the end",
  why: "Adding a column is not a breaking change; readers who take columns as they come still see one more.",
  policy: policyParagraphs.stable,
  impact: "additive",
  breaks: ["unqualified", "positional", "stored-view"],
  message: (change) =>
    `Column ${change.path} (${change.type}) was added at the end. Readers of SELECT * get one column more, a bare ${change.path} in a join may become ambiguous.`,
  remedy: "Nothing to do. Readers who write UNION or INSERT from SELECT * should name their columns.",
  witness: (change) => selectAll(change.view),
  proof: {
    before: viewAs("SELECT task_id, status FROM (VALUES ('t1', 'ok'), ('t2', 'failed')) AS t (task_id, status)"),
    after: viewAs(
      "SELECT task_id, status, 'h1' AS host FROM (VALUES ('t1', 'ok'), ('t2', 'failed')) AS t (task_id, status)",
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
        sql: "SELECT task_id, host FROM {view} JOIN (VALUES ('t1', 'h7')) AS h (task, host) ON task = task_id",
        outcome: { fails: "AMBIGUOUS_NAME", message: "Column 'host' is ambiguous" },
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
