import { viewAs } from "../catalogue/proof.js";
import { keepAndBump } from "../catalogue/remedies.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectByName } from "../catalogue/witness.js";

export const fieldRemoved = changeRule<"field-removed">({
  id: "field-removed",
  on: "field-removed",
  title: "Field removed",
  why: "Every query that names the field fails, and a row is positional: every later field moves.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  breaks: ["by-name", "unqualified", "positional", "stored-view", "typed-client"],
  message: (change) => `Field ${change.path} (${change.type}) was removed.`,
  remedy: (change) => keepAndBump(change.view, `Keep ${change.path}`),
  witness: (change) => selectByName(change.view, change.at),
  proof: {
    before: viewAs(
      "SELECT task_id, details FROM (VALUES ('t1', CAST(ROW('x1', 'h1') AS row(trace_id varchar, host varchar)))) AS t (task_id, details)",
    ),
    after: viewAs(
      "SELECT task_id, details FROM (VALUES ('t1', CAST(ROW('x1') AS row(trace_id varchar)))) AS t (task_id, details)",
    ),
    readers: [
      {
        category: "by-name",
        sql: "SELECT v.details.host FROM {view} AS v",
        outcome: {
          fails: "INVALID_COLUMN_REFERENCE",
          message: "Column reference 'v.details.host' is invalid",
          on: { "435": { fails: "COLUMN_NOT_FOUND", message: "Column 'v.details.host' cannot be resolved" } },
        },
      },
      {
        category: "unqualified",
        sql: "SELECT details.host FROM {view} JOIN (VALUES ('t1')) AS h (task) ON task = task_id",
        outcome: {
          fails: "INVALID_COLUMN_REFERENCE",
          message: "Column reference 'details.host' is invalid",
          on: { "435": { fails: "COLUMN_NOT_FOUND", message: "Column 'details.host' cannot be resolved" } },
        },
      },
      {
        category: "positional",
        sql: "SELECT * FROM {view} UNION ALL VALUES ('t0', ROW('x0', 'h0'))",
        outcome: {
          fails: "TYPE_MISMATCH",
          message: "column 2 in UNION query has incompatible types: row(trace_id varchar), row(varchar(2), varchar(2))",
        },
      },
      {
        category: "stored-view",
        sql: "SELECT v.details FROM {view} AS v",
        outcome: {
          fails: "VIEW_IS_STALE",
          message:
            "View '{stored}' is stale or in invalid state: column [details] of type row(trace_id varchar) projected from query view at position 0 cannot be coerced to column [details] of type row(trace_id varchar, host varchar) stored in view definition",
        },
      },
      { category: "typed-client", sql: "SELECT v.details FROM {view} AS v", outcome: "types-change" },
      { category: "row-count", sql: "SELECT count(*) AS tasks FROM {view}", outcome: "same" },
    ],
  },
});
