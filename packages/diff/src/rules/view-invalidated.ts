import { failureRemedy, failureSentence } from "../catalogue/failure-sentence.js";
import { viewAs } from "../catalogue/proof.js";
import { liveRule, policyParagraphs } from "../catalogue/rule.js";
import { selectAll } from "../catalogue/witness.js";

const invalid = {
  fails: "INVALID_VIEW",
  message: "Failed analyzing stored view '{view}': Column 'status' cannot be resolved",
};

const invalidBelow = { fails: "INVALID_VIEW", message: `Failed analyzing stored view '{stored}': ${invalid.message}` };

export const viewInvalidated = liveRule<"view-failed">({
  id: "view-invalidated",
  on: "view-failed",
  when: (change) => change.how === "invalidated",
  title: "View is no longer valid",
  why: "What the view reads is gone, changed or closed to its owner, and Trino refuses every query of it; the catalogue shows it as healthy.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  breaks: ["by-name", "unqualified", "positional", "stored-view", "typed-client", "row-count"],
  message: failureSentence("View {view} no longer analyses."),
  remedy: failureRemedy,
  witness: (change) => selectAll(change.view),
  proof: {
    before: [
      "CREATE TABLE {other}.runs (task_id varchar, status varchar)",
      "INSERT INTO {other}.runs VALUES ('t1', 'ok')",
      ...viewAs("SELECT task_id, status FROM {other}.runs"),
    ],
    after: ["DROP TABLE {other}.runs", "CREATE TABLE {other}.runs (task_id varchar)"],
    readers: [
      { category: "by-name", sql: "SELECT v.task_id FROM {view} AS v", outcome: invalid },
      {
        category: "unqualified",
        sql: "SELECT task_id FROM {view} JOIN (VALUES 't1') AS h (id) ON id = task_id",
        outcome: invalid,
      },
      { category: "positional", sql: "SELECT * FROM {view} UNION ALL VALUES ('t0', 'ok')", outcome: invalid },
      { category: "stored-view", sql: "SELECT v.task_id FROM {view} AS v", outcome: invalidBelow },
      { category: "typed-client", sql: "SELECT v.task_id, v.status FROM {view} AS v", outcome: invalid },
      { category: "row-count", sql: "SELECT count(*) AS tasks FROM {view}", outcome: invalid },
    ],
  },
});
