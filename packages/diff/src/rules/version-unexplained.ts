import { viewLabel } from "@schema-gate/contract";
import { viewAs } from "../catalogue/proof.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";

export const versionUnexplained = changeRule<"view-added">({
  id: "version-unexplained",
  on: "view-added",
  when: (change) => change.place === "same-structure",
  title: "New version without a structural break",
  why: "Readers will ask why they should move: the columns they use did not break, so the reason must be one of meaning.",
  policy: policyParagraphs.naming,
  impact: "neutral",
  breaks: [],
  message: (change) => `View ${viewLabel(change.view)} is a new version, and no column of the one before it breaks.`,
  remedy: "Say in the contract why there is a new version (versionReason).",
  witness: () => null,
  proof: {
    before: viewAs("SELECT task_id, status FROM (VALUES ('t1', 'ok'), ('t2', 'failed')) AS t (task_id, status)"),
    after: [
      "CREATE VIEW {schema}.evergreen_tasks_v2 AS SELECT task_id, status FROM (VALUES ('t1', 'passed'), ('t2', 'failed')) AS t (task_id, status)",
    ],
    readers: [
      { category: "by-name", sql: "SELECT v.task_id FROM {view} AS v WHERE v.status = 'ok'", outcome: "same" },
      {
        category: "unqualified",
        sql: "SELECT task_id FROM {view} JOIN (VALUES ('t1')) AS h (task) ON task = task_id",
        outcome: "same",
      },
      { category: "positional", sql: "SELECT * FROM {view} UNION ALL VALUES ('t0', 'ok')", outcome: "same" },
      { category: "stored-view", sql: "SELECT * FROM {view}", outcome: "same" },
      { category: "typed-client", sql: "SELECT v.task_id, v.status FROM {view} AS v", outcome: "same" },
      { category: "row-count", sql: "SELECT count(*) AS tasks FROM {view}", outcome: "same" },
    ],
  },
});
