import { nameLabel } from "@schema-gate/contract";
import { viewAs } from "../catalogue/proof.js";
import { keepAndBump } from "../catalogue/remedies.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectByName } from "../catalogue/witness.js";

export const columnRenamed = changeRule<"column-renamed">({
  id: "column-renamed",
  on: "column-renamed",
  title: "Column renamed",
  why: "Queries know a column by its name: to them a renamed column is gone.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  breaks: ["by-name", "unqualified", "positional", "stored-view", "typed-client"],
  message: (change) => `Column ${change.path} (${change.type}) was removed; maybe it is now ${nameLabel(change.to)}.`,
  remedy: (change) => keepAndBump(change.view, `Keep ${change.path}`),
  witness: (change) => selectByName(change.view, { column: change.name, steps: [] }),
  proof: {
    before: viewAs("SELECT task_id, status FROM (VALUES ('t1', 'ok'), ('t2', 'failed')) AS t (task_id, status)"),
    after: viewAs(
      "SELECT task_id, status AS state FROM (VALUES ('t1', 'ok'), ('t2', 'failed')) AS t (task_id, status)",
    ),
    readers: [
      {
        category: "by-name",
        sql: "SELECT v.task_id FROM {view} AS v WHERE v.status = 'ok'",
        outcome: { fails: "COLUMN_NOT_FOUND", message: "Column 'v.status' cannot be resolved" },
      },
      {
        category: "unqualified",
        sql: "SELECT task_id FROM {view} JOIN (VALUES ('t1')) AS h (task) ON task = task_id WHERE status = 'ok'",
        outcome: { fails: "COLUMN_NOT_FOUND", message: "Column 'status' cannot be resolved" },
      },
      { category: "positional", sql: "SELECT * FROM {view}", outcome: "types-change" },
      {
        category: "stored-view",
        sql: "SELECT * FROM {view}",
        outcome: {
          fails: "VIEW_IS_STALE",
          message:
            "View '{stored}' is stale or in invalid state: column [state] of type varchar(6) projected from query view at position 1 has a different name from column [status] of type varchar(6) stored in view definition",
        },
      },
      {
        category: "typed-client",
        sql: "SELECT v.task_id, v.status FROM {view} AS v",
        outcome: { fails: "COLUMN_NOT_FOUND", message: "Column 'v.status' cannot be resolved" },
      },
      { category: "positional", sql: "SELECT t.b FROM {view} AS t (a, b)", outcome: "same" },
      { category: "row-count", sql: "SELECT count(*) AS tasks FROM {view}", outcome: "same" },
    ],
  },
});
