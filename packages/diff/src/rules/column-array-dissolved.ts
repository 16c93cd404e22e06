import { viewAs } from "../catalogue/proof.js";
import { keepAndBump } from "../catalogue/remedies.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectByName } from "../catalogue/witness.js";

export const columnArrayDissolved = changeRule<"type-changed">({
  id: "column-array-dissolved",
  on: "type-changed",
  when: (change) => change.array === "dissolved",
  title: "Array became one value",
  why: "Readers unnest the array; unnesting a single value fails, and the other values are gone.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  breaks: ["by-name", "unqualified", "positional", "stored-view", "typed-client", "row-count"],
  message: (change) => `${change.path} was ${change.before} and is now one ${change.after} for each row.`,
  remedy: (change) => keepAndBump(change.view, `Keep ${change.path} as it is`),
  witness: (change) => selectByName(change.view, change.at),
  proof: {
    before: viewAs(
      "SELECT task_id, host FROM (VALUES ('t1', ARRAY['h1']), ('t2', ARRAY['h1', 'h2'])) AS t (task_id, host)",
    ),
    after: viewAs("SELECT task_id, host FROM (VALUES ('t1', 'h1'), ('t2', 'h1')) AS t (task_id, host)"),
    readers: [
      {
        category: "by-name",
        sql: "SELECT h.host FROM {view} AS v CROSS JOIN UNNEST(v.host) AS h (host)",
        outcome: { fails: "INVALID_FUNCTION_ARGUMENT", message: "Cannot unnest type: varchar(2)" },
      },
      {
        category: "unqualified",
        sql: "SELECT task_id FROM {view} JOIN (VALUES ('h1', 'linux')) AS h (name, os) ON contains(host, name)",
        outcome: {
          fails: "FUNCTION_NOT_FOUND",
          message:
            "Unexpected parameters (varchar(2), varchar(2)) for function contains. Expected: contains(array(t), t) T:comparable, contains(varchar, ipaddress)",
        },
      },
      {
        category: "positional",
        sql: "SELECT * FROM {view} UNION ALL VALUES ('t0', ARRAY['h1'])",
        outcome: {
          fails: "TYPE_MISMATCH",
          message: "column 2 in UNION query has incompatible types: varchar(2), array(varchar(2))",
        },
      },
      {
        category: "stored-view",
        sql: "SELECT v.host FROM {view} AS v",
        outcome: {
          fails: "VIEW_IS_STALE",
          message:
            "View '{stored}' is stale or in invalid state: column [host] of type varchar(2) projected from query view at position 0 cannot be coerced to column [host] of type array(varchar(2)) stored in view definition",
        },
      },
      { category: "typed-client", sql: "SELECT v.host FROM {view} AS v", outcome: "types-change" },
      {
        category: "row-count",
        sql: "SELECT count(DISTINCT v.host) AS places FROM {view} AS v",
        outcome: "rows-change",
      },
    ],
  },
});
