import { viewAs } from "../catalogue/proof.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectByName } from "../catalogue/witness.js";

export const fieldAdded = changeRule<"field-added">({
  id: "field-added",
  on: "field-added",
  when: (change) => !change.inserted && change.in === "plain",
  title: "Field added at the end of a row",
  why: "Access by name goes on working; stored views, UNION, comparisons and casts match rows by position and number.",
  policy: policyParagraphs.stable,
  impact: "risky",
  breaks: ["positional", "stored-view", "typed-client"],
  message: (change) => `Field ${change.path} (${change.type}) was added at the end of its row.`,
  remedy: "Ask the readers who store, compare or cast the whole row, or publish the field as a column of its own.",
  witness: (change) => selectByName(change.view, change.row),
  proof: {
    before: viewAs(
      "SELECT task_id, details FROM (VALUES ('t1', CAST(ROW('x1') AS row(trace_id varchar)))) AS t (task_id, details)",
    ),
    after: viewAs(
      "SELECT task_id, details FROM (VALUES ('t1', CAST(ROW('x1', true) AS row(trace_id varchar, oom boolean)))) AS t (task_id, details)",
    ),
    readers: [
      { category: "by-name", sql: "SELECT v.details.trace_id FROM {view} AS v", outcome: "same" },
      {
        category: "unqualified",
        sql: "SELECT details.trace_id FROM {view} JOIN (VALUES ('t1')) AS h (task) ON task = task_id",
        outcome: "same",
      },
      {
        category: "row-count",
        sql: "SELECT count(DISTINCT v.details.trace_id) AS traces FROM {view} AS v",
        outcome: "same",
      },
      { category: "stored-view", sql: "SELECT v.details.trace_id FROM {view} AS v", outcome: "same" },
      {
        category: "positional",
        sql: "SELECT * FROM {view} UNION ALL VALUES ('t0', ROW('x0'))",
        outcome: {
          fails: "TYPE_MISMATCH",
          message:
            "column 2 in UNION query has incompatible types: row(trace_id varchar, oom boolean), row(varchar(2))",
        },
      },
      {
        category: "positional",
        sql: "SELECT CAST(v.details AS row(trace varchar)) AS details FROM {view} AS v",
        outcome: {
          fails: "TYPE_MISMATCH",
          message: "Cannot cast row(trace_id varchar, oom boolean) to row(trace varchar)",
        },
      },
      {
        category: "stored-view",
        sql: "SELECT v.details FROM {view} AS v",
        outcome: {
          fails: "VIEW_IS_STALE",
          message:
            "View '{stored}' is stale or in invalid state: column [details] of type row(trace_id varchar, oom boolean) projected from query view at position 0 cannot be coerced to column [details] of type row(trace_id varchar) stored in view definition",
        },
      },
      { category: "typed-client", sql: "SELECT v.details FROM {view} AS v", outcome: "types-change" },
    ],
  },
});
