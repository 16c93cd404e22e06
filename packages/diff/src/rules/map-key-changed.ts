import { viewAs } from "../catalogue/proof.js";
import { keepAndBump } from "../catalogue/remedies.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectByName } from "../catalogue/witness.js";

export const mapKeyChanged = changeRule<"map-key-changed">({
  id: "map-key-changed",
  on: "map-key-changed",
  title: "Map key changed",
  why: "A lookup is checked against the type of the key: with another one it no longer type-checks.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  breaks: ["by-name", "unqualified", "positional", "stored-view", "typed-client"],
  message: (change) => `The keys of ${change.path} changed from ${change.before} to ${change.after}.`,
  remedy: (change) => keepAndBump(change.view, `Keep the type of ${change.path}`),
  witness: (change) => selectByName(change.view, change.at),
  proof: {
    before: viewAs("SELECT task_id, attrs FROM (VALUES ('t1', MAP(ARRAY['1'], ARRAY[0.5e0]))) AS t (task_id, attrs)"),
    after: viewAs("SELECT task_id, attrs FROM (VALUES ('t1', MAP(ARRAY[1], ARRAY[0.5e0]))) AS t (task_id, attrs)"),
    readers: [
      {
        category: "by-name",
        sql: "SELECT v.attrs['1'] AS load FROM {view} AS v",
        outcome: { fails: "TYPE_MISMATCH", message: "Cannot use varchar(1) for subscript of map(integer, double)" },
      },
      {
        category: "unqualified",
        sql: "SELECT element_at(attrs, task) AS load FROM {view} JOIN (VALUES ('1')) AS h (task) ON true",
        outcome: {
          fails: "FUNCTION_NOT_FOUND",
          message:
            "Unexpected parameters (map(integer,double), varchar(1)) for function element_at. Expected: element_at(array(e), bigint) E, element_at(map(K,V), K) K, V",
        },
      },
      {
        category: "positional",
        sql: "SELECT * FROM {view} UNION ALL VALUES ('t0', MAP(ARRAY['0'], ARRAY[0.1e0]))",
        outcome: {
          fails: "TYPE_MISMATCH",
          message: "column 2 in UNION query has incompatible types: map(integer, double), map(varchar(1), double)",
        },
      },
      {
        category: "stored-view",
        sql: "SELECT v.attrs FROM {view} AS v",
        outcome: {
          fails: "VIEW_IS_STALE",
          message:
            "View '{stored}' is stale or in invalid state: column [attrs] of type map(integer, double) projected from query view at position 0 cannot be coerced to column [attrs] of type map(varchar(1), double) stored in view definition",
        },
      },
      { category: "typed-client", sql: "SELECT v.attrs FROM {view} AS v", outcome: "types-change" },
      { category: "row-count", sql: "SELECT count(*) AS tasks FROM {view}", outcome: "same" },
    ],
  },
});
