import { viewAs } from "../catalogue/proof.js";
import { keepAndBump } from "../catalogue/remedies.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { unnestByPosition } from "../catalogue/witness.js";

export const elementFieldAdded = changeRule<"field-added">({
  id: "element-field-added",
  on: "field-added",
  when: (change) => !change.inserted && change.in === "element",
  title: "Field added to the elements of an array",
  why: "UNNEST turns every field into a column: a reader who names them all has one name too few, and the query fails.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  breaks: ["unqualified", "positional", "stored-view", "typed-client"],
  message: (change) => `Field ${change.path} (${change.type}) was added to the rows of an array.`,
  remedy: (change) => keepAndBump(change.view, `Leave ${change.path} out`),
  witness: (change) => unnestByPosition(change.view, change.row, change.fieldsBefore),
  proof: {
    before: viewAs(
      "SELECT task_id, runs FROM (VALUES ('t1', CAST(ARRAY[ROW('r1', 61), ROW('r2', 7)] AS array(row(id varchar, took integer))))) AS t (task_id, runs)",
    ),
    after: viewAs(
      "SELECT task_id, runs FROM (VALUES ('t1', CAST(ARRAY[ROW('r1', 61, 'h1'), ROW('r2', 7, 'h1')] AS array(row(id varchar, took integer, host varchar))))) AS t (task_id, runs)",
    ),
    readers: [
      {
        category: "unqualified",
        sql: "SELECT id FROM {view} CROSS JOIN UNNEST(runs) JOIN (VALUES ('t1', 'h1')) AS h (task, host) ON task = task_id WHERE host = 'h1'",
        outcome: { fails: "AMBIGUOUS_NAME", message: "Column 'host' is ambiguous" },
      },
      {
        category: "positional",
        sql: "SELECT r.id FROM {view} AS v CROSS JOIN UNNEST(v.runs) AS r (id, took)",
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
            "View '{stored}' is stale or in invalid state: column [runs] of type array(row(id varchar, took integer, host varchar)) projected from query view at position 0 cannot be coerced to column [runs] of type array(row(id varchar, took integer)) stored in view definition",
        },
      },
      { category: "typed-client", sql: "SELECT v.runs FROM {view} AS v", outcome: "types-change" },
      { category: "by-name", sql: "SELECT transform(v.runs, r -> r.id) AS ids FROM {view} AS v", outcome: "same" },
      {
        category: "row-count",
        sql: "SELECT count(*) AS runs FROM {view} AS v CROSS JOIN UNNEST(v.runs)",
        outcome: "same",
      },
    ],
  },
});
