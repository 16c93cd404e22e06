import { viewAs } from "../catalogue/proof.js";
import { keepAndBump } from "../catalogue/remedies.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectByName } from "../catalogue/witness.js";

export const columnArrayIntroduced = changeRule<"type-changed">({
  id: "column-array-introduced",
  on: "type-changed",
  when: (change) => change.array === "introduced",
  title: "Value became an array",
  why: "What was one value for each row is now many: readers must unnest, and their row counts change.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  breaks: ["by-name", "unqualified", "positional", "stored-view", "typed-client", "row-count"],
  message: (change) => `${change.path} was one ${change.before} for each row and is now ${change.after}.`,
  remedy: (change) => keepAndBump(change.view, `Keep ${change.path} as it is`),
  witness: (change) => selectByName(change.view, change.at),
  proof: {
    before: viewAs("SELECT task_id, host FROM (VALUES ('t1', 'h1'), ('t2', 'h1')) AS t (task_id, host)"),
    after: viewAs(
      "SELECT task_id, host FROM (VALUES ('t1', ARRAY['h1']), ('t2', ARRAY['h1', 'h2'])) AS t (task_id, host)",
    ),
    readers: [
      {
        category: "by-name",
        sql: "SELECT v.task_id FROM {view} AS v WHERE v.host = 'h1'",
        outcome: { fails: "TYPE_MISMATCH", message: "Cannot apply operator: array(varchar(2)) = varchar(2)" },
      },
      {
        category: "unqualified",
        sql: "SELECT task_id FROM {view} JOIN (VALUES ('h1', 'linux')) AS h (name, os) ON name = host",
        outcome: { fails: "TYPE_MISMATCH", message: "Cannot apply operator: varchar(2) = array(varchar(2))" },
      },
      {
        category: "positional",
        sql: "SELECT * FROM {view} UNION ALL VALUES ('t0', 'h1')",
        outcome: {
          fails: "TYPE_MISMATCH",
          message: "column 2 in UNION query has incompatible types: array(varchar(2)), varchar(2)",
        },
      },
      {
        category: "stored-view",
        sql: "SELECT v.host FROM {view} AS v",
        outcome: {
          fails: "VIEW_IS_STALE",
          message:
            "View '{stored}' is stale or in invalid state: column [host] of type array(varchar(2)) projected from query view at position 0 cannot be coerced to column [host] of type varchar(2) stored in view definition",
        },
      },
      { category: "typed-client", sql: "SELECT v.host FROM {view} AS v", outcome: "types-change" },
      { category: "row-count", sql: "SELECT count(DISTINCT v.host) AS hosts FROM {view} AS v", outcome: "rows-change" },
    ],
  },
});
