import { viewAs } from "../catalogue/proof.js";
import { keepAndBump } from "../catalogue/remedies.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectByName } from "../catalogue/witness.js";

export const fieldInserted = changeRule<"field-added">({
  id: "field-inserted",
  on: "field-added",
  when: (change) => change.inserted,
  title: "Field added before others",
  why: "A row is positional: values of later fields silently land in other ones wherever rows are matched by position.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  breaks: ["unqualified", "positional", "stored-view", "typed-client"],
  message: (change) => `Field ${change.path} (${change.type}) was added before fields that were there already.`,
  remedy: (change) => keepAndBump(change.view, `Leave ${change.path} out`),
  witness: (change) => selectByName(change.view, change.row),
  proof: {
    before: viewAs(
      "SELECT task_id, runs FROM (VALUES ('t1', CAST(ARRAY[ROW('r1', 'p1')] AS array(row(id varchar, pool varchar))))) AS t (task_id, runs)",
    ),
    after: viewAs(
      "SELECT task_id, runs FROM (VALUES ('t1', CAST(ARRAY[ROW('r1', 'h1', 'p1')] AS array(row(id varchar, host varchar, pool varchar))))) AS t (task_id, runs)",
    ),
    readers: [
      {
        category: "unqualified",
        sql: "SELECT id FROM {view} CROSS JOIN UNNEST(runs) JOIN (VALUES ('t1', 'h1')) AS h (task, host) ON task = task_id WHERE host = 'h1'",
        outcome: { fails: "AMBIGUOUS_NAME", message: "Column 'host' is ambiguous" },
      },
      { category: "positional", sql: "SELECT v.runs[1][2] AS pool FROM {view} AS v", outcome: "rows-change" },
      {
        category: "positional",
        sql: "SELECT r.pool FROM {view} AS v CROSS JOIN UNNEST(v.runs) AS r (id, pool)",
        outcome: {
          fails: "MISMATCHED_COLUMN_ALIASES",
          message: "Column alias list has 2 entries but 'r' has 3 columns available",
        },
      },
      {
        category: "stored-view",
        sql: "SELECT v.runs FROM {view} AS v",
        outcome: {
          fails: "VIEW_IS_STALE",
          message:
            "View '{stored}' is stale or in invalid state: column [runs] of type array(row(id varchar, host varchar, pool varchar)) projected from query view at position 0 cannot be coerced to column [runs] of type array(row(id varchar, pool varchar)) stored in view definition",
        },
      },
      { category: "typed-client", sql: "SELECT v.runs FROM {view} AS v", outcome: "types-change" },
      { category: "by-name", sql: "SELECT v.runs[1].pool AS pool FROM {view} AS v", outcome: "same" },
      {
        category: "row-count",
        sql: "SELECT count(*) AS runs FROM {view} AS v CROSS JOIN UNNEST(v.runs)",
        outcome: "same",
      },
    ],
    variants: [
      {
        when: "the row is no element of an array",
        before: viewAs(
          "SELECT task_id, details FROM (VALUES ('t1', CAST(ROW('h1', 'p1') AS row(host varchar, pool varchar)))) AS t (task_id, details)",
        ),
        after: viewAs(
          "SELECT task_id, details FROM (VALUES ('t1', CAST(ROW('h1', 'linux', 'p1') AS row(host varchar, os varchar, pool varchar)))) AS t (task_id, details)",
        ),
        readers: [
          { category: "positional", sql: "SELECT v.details[2] AS pool FROM {view} AS v", outcome: "rows-change" },
          {
            category: "positional",
            sql: "SELECT CAST(v.details AS row(host varchar, pool varchar)) AS details FROM {view} AS v",
            outcome: {
              fails: "TYPE_MISMATCH",
              message: "Cannot cast row(host varchar, os varchar, pool varchar) to row(host varchar, pool varchar)",
            },
          },
          {
            category: "stored-view",
            sql: "SELECT v.details FROM {view} AS v",
            outcome: {
              fails: "VIEW_IS_STALE",
              message:
                "View '{stored}' is stale or in invalid state: column [details] of type row(host varchar, os varchar, pool varchar) projected from query view at position 0 cannot be coerced to column [details] of type row(host varchar, pool varchar) stored in view definition",
            },
          },
          { category: "typed-client", sql: "SELECT v.details FROM {view} AS v", outcome: "types-change" },
          { category: "by-name", sql: "SELECT v.details.pool FROM {view} AS v", outcome: "same" },
          {
            category: "unqualified",
            sql: "SELECT details.pool FROM {view} JOIN (VALUES ('t1')) AS h (task) ON task = task_id",
            outcome: "same",
          },
        ],
      },
    ],
  },
});
