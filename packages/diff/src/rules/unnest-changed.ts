import { definitionSentence } from "../catalogue/definition-sentence.js";
import { viewAs } from "../catalogue/proof.js";
import { keepAndBump } from "../catalogue/remedies.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { countRows } from "../catalogue/witness.js";

export const unnestChanged = changeRule<"definition-changed">({
  id: "unnest-changed",
  on: "definition-changed",
  when: (change) => change.about === "unnest",
  title: "Unnesting changed",
  why: "UNNEST makes a row of each element: the same thing now stands in more rows, or in fewer.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  breaks: ["by-name", "unqualified", "positional", "stored-view", "row-count"],
  message: (change) => definitionSentence("The unnesting", change),
  remedy: (change) => keepAndBump(change.view, "Keep the unnesting"),
  witness: (change) => countRows(change.view),
  proof: {
    before: viewAs("SELECT task_id FROM (VALUES ('t1', ARRAY['a', 'b']), ('t2', ARRAY['a'])) AS t (task_id, tests)"),
    after: viewAs(
      "SELECT task_id FROM (VALUES ('t1', ARRAY['a', 'b']), ('t2', ARRAY['a'])) AS t (task_id, tests) CROSS JOIN UNNEST(tests) AS u (test)",
    ),
    readers: [
      { category: "by-name", sql: "SELECT v.task_id FROM {view} AS v WHERE v.task_id = 't1'", outcome: "rows-change" },
      {
        category: "unqualified",
        sql: "SELECT task_id FROM {view} JOIN (VALUES 't1') AS h (task) ON task = task_id",
        outcome: "rows-change",
      },
      { category: "positional", sql: "SELECT * FROM {view} UNION ALL VALUES 't0'", outcome: "rows-change" },
      { category: "stored-view", sql: "SELECT v.task_id FROM {view} AS v", outcome: "rows-change" },
      { category: "row-count", sql: "SELECT count(*) AS tasks FROM {view}", outcome: "rows-change" },
    ],
  },
});
