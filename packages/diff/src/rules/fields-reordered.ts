import { viewAs } from "../catalogue/proof.js";
import { keepAndBump } from "../catalogue/remedies.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectByName } from "../catalogue/witness.js";

export const fieldsReordered = changeRule<"fields-reordered">({
  id: "fields-reordered",
  on: "fields-reordered",
  title: "Fields reordered",
  why: "A row is positional: where rows are matched by position values silently swap.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  breaks: ["positional", "stored-view", "typed-client"],
  message: (change) => `The fields of ${change.path} stand in another order.`,
  remedy: (change) => keepAndBump(change.view, `Keep the order of the fields of ${change.path}`),
  witness: (change) => selectByName(change.view, change.at),
  proof: {
    before: viewAs(
      "SELECT task_id, details FROM (VALUES ('t1', CAST(ROW('h1', 'p1') AS row(host varchar, pool varchar)))) AS t (task_id, details)",
    ),
    after: viewAs(
      "SELECT task_id, details FROM (VALUES ('t1', CAST(ROW('p1', 'h1') AS row(pool varchar, host varchar)))) AS t (task_id, details)",
    ),
    readers: [
      { category: "positional", sql: "SELECT v.details[1] AS host FROM {view} AS v", outcome: "rows-change" },
      {
        category: "positional",
        sql: "SELECT * FROM {view} UNION ALL VALUES ('t0', CAST(ROW('h0', 'p0') AS row(host varchar, pool varchar)))",
        outcome: "types-change",
      },
      { category: "stored-view", sql: "SELECT v.details FROM {view} AS v", outcome: "rows-change" },
      { category: "typed-client", sql: "SELECT v.details FROM {view} AS v", outcome: "types-change" },
      { category: "by-name", sql: "SELECT v.details.host FROM {view} AS v", outcome: "same" },
      {
        category: "unqualified",
        sql: "SELECT details.host FROM {view} JOIN (VALUES ('t1')) AS h (task) ON task = task_id",
        outcome: "same",
      },
      { category: "row-count", sql: "SELECT count(DISTINCT v.details) AS details FROM {view} AS v", outcome: "same" },
    ],
  },
});
