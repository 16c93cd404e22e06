import { failureRemedy, failureSentence } from "../catalogue/failure-sentence.js";
import { viewAs } from "../catalogue/proof.js";
import { liveRule, policyParagraphs } from "../catalogue/rule.js";
import { selectAll } from "../catalogue/witness.js";

const stale = {
  fails: "VIEW_IS_STALE",
  message:
    "View '{view}' is stale or in invalid state: column [status] of type integer projected from query view at position 1 cannot be coerced to column [status] of type varchar stored in view definition",
};

/** What a view above it meets: its own SQL is fine, the view below is not. */
const staleBelow = { fails: "INVALID_VIEW", message: `Failed analyzing stored view '{stored}': ${stale.message}` };

export const viewStaled = liveRule<"view-failed">({
  id: "view-staled",
  on: "view-failed",
  when: (change) => change.how === "staled",
  title: "View is stale",
  why: "A view stores its columns when it is created. What it reads was changed since, and Trino refuses every query of it; the catalogue shows it as healthy.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  breaks: ["by-name", "unqualified", "positional", "stored-view", "typed-client", "row-count"],
  message: failureSentence("View {view} is stale: it stored other columns than its SQL yields now."),
  remedy: failureRemedy,
  witness: (change) => selectAll(change.view),
  proof: {
    before: [
      "CREATE TABLE {other}.runs (task_id varchar, status varchar)",
      "INSERT INTO {other}.runs VALUES ('t1', 'ok')",
      ...viewAs("SELECT task_id, status FROM {other}.runs"),
    ],
    after: ["DROP TABLE {other}.runs", "CREATE TABLE {other}.runs (task_id varchar, status integer)"],
    readers: [
      { category: "by-name", sql: "SELECT v.task_id FROM {view} AS v", outcome: stale },
      {
        category: "unqualified",
        sql: "SELECT task_id FROM {view} JOIN (VALUES 't1') AS h (id) ON id = task_id",
        outcome: stale,
      },
      { category: "positional", sql: "SELECT * FROM {view} UNION ALL VALUES ('t0', 'ok')", outcome: stale },
      { category: "stored-view", sql: "SELECT v.task_id FROM {view} AS v", outcome: staleBelow },
      { category: "typed-client", sql: "SELECT v.task_id, v.status FROM {view} AS v", outcome: stale },
      { category: "row-count", sql: "SELECT count(*) AS tasks FROM {view}", outcome: stale },
    ],
  },
});
