import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectAll } from "../catalogue/witness.js";

const denied = {
  fails: "PERMISSION_DENIED",
  message: "Access Denied: Cannot select from table {private}.runs",
};

export const securityChanged = changeRule<"security-changed">({
  id: "security-changed",
  on: "security-changed",
  title: "Security mode changed",
  why: "Under invoker rights each reader needs access to what lies below; the columns look the same.",
  policy: policyParagraphs.stable,
  impact: "risky",
  breaks: ["by-name", "unqualified", "positional", "stored-view", "typed-client"],
  message: (change) =>
    `The view ran with the rights of its ${change.before} and now runs with those of its ${change.after}.`,
  remedy: "Make sure that every reader may read what lies below the view.",
  witness: (change) => selectAll(change.view),
  proof: {
    before: [
      "CREATE TABLE {private}.runs (task_id varchar)",
      "INSERT INTO {private}.runs VALUES 't1'",
      "CREATE VIEW {view} SECURITY DEFINER AS SELECT task_id FROM {private}.runs",
    ],
    after: ["CREATE OR REPLACE VIEW {view} SECURITY INVOKER AS SELECT task_id FROM {private}.runs"],
    readers: [
      { category: "by-name", sql: "SELECT v.task_id FROM {view} AS v", outcome: "same" },
      { category: "by-name", user: "guest", sql: "SELECT v.task_id FROM {view} AS v", outcome: denied },
      {
        category: "unqualified",
        user: "guest",
        sql: "SELECT task_id FROM {view} JOIN (VALUES 't1') AS h (id) ON id = task_id",
        outcome: denied,
      },
      { category: "positional", user: "guest", sql: "SELECT * FROM {view} UNION ALL VALUES 't0'", outcome: denied },
      { category: "stored-view", user: "guest", sql: "SELECT v.task_id FROM {view} AS v", outcome: denied },
      { category: "typed-client", user: "guest", sql: "SELECT v.task_id FROM {view} AS v", outcome: denied },
    ],
  },
});
