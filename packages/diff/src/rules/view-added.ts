import { viewLabel } from "@schema-gate/contract";
import { viewAs } from "../catalogue/proof.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";

export const viewAdded = changeRule<"view-added">({
  id: "view-added",
  on: "view-added",
  when: (change) => change.place === "in-order",
  title: "View added",
  why: "A new view breaks nobody.",
  policy: policyParagraphs.stable,
  impact: "additive",
  breaks: [],
  message: (change) => `View ${viewLabel(change.view)} is new.`,
  remedy: "Nothing to do.",
  witness: () => null,
  proof: {
    before: viewAs("SELECT task_id, status FROM (VALUES ('t1', 'ok'), ('t2', 'failed')) AS t (task_id, status)"),
    after: [
      "CREATE VIEW {schema}.evergreen_hosts_v1 AS SELECT host, task_id FROM (VALUES ('h1', 't1')) AS t (host, task_id)",
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
