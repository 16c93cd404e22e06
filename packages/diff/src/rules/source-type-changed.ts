import { nameLabel } from "@schema-gate/contract";
import { viewAs } from "../catalogue/proof.js";
import { liveRule, policyParagraphs } from "../catalogue/rule.js";
import { selectByName } from "../catalogue/witness.js";

export const sourceTypeChanged = liveRule<"stored-type-drifted">({
  id: "source-type-changed",
  on: "stored-type-drifted",
  when: (change) => !change.isNarrower,
  title: "Type below the view changed",
  why: "What the view reads has another type by now, and Trino casts it to the type the view stores. Readers see no difference until the view is created again: then the column changes its type.",
  policy: policyParagraphs.stable,
  impact: "neutral",
  breaks: [],
  message: ({ path, stored, derived }) => `The view stores ${path} as ${stored}, and its SQL yields ${derived} by now.`,
  remedy: ({ path, stored, view }) =>
    `Cast ${path} to ${stored} in the SQL of ${nameLabel(view.name)} before its job runs again.`,
  witness: (change) => selectByName(change.view, { column: change.name, steps: [] }),
  proof: {
    before: [
      "CREATE TABLE {other}.runs (task_id varchar, took bigint)",
      "INSERT INTO {other}.runs VALUES ('t1', 7)",
      ...viewAs("SELECT task_id, took FROM {other}.runs"),
    ],
    after: [
      "DROP TABLE {other}.runs",
      "CREATE TABLE {other}.runs (task_id varchar, took integer)",
      "INSERT INTO {other}.runs VALUES ('t1', 7)",
    ],
    readers: [
      { category: "by-name", sql: "SELECT v.took FROM {view} AS v", outcome: "same" },
      {
        category: "unqualified",
        sql: "SELECT took FROM {view} JOIN (VALUES 't1') AS h (id) ON id = task_id",
        outcome: "same",
      },
      { category: "positional", sql: "SELECT * FROM {view} UNION ALL VALUES ('t0', 1)", outcome: "same" },
      { category: "stored-view", sql: "SELECT v.took FROM {view} AS v", outcome: "same" },
      { category: "typed-client", sql: "SELECT v.task_id, v.took FROM {view} AS v", outcome: "same" },
      { category: "row-count", sql: "SELECT count(*) AS tasks FROM {view}", outcome: "same" },
    ],
  },
});
