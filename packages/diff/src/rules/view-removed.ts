import { viewLabel } from "@schema-gate/contract";
import { viewAs } from "../catalogue/proof.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectAll } from "../catalogue/witness.js";
import { removalRemedy, supportSentence } from "../versions/support-sentences.js";

export const viewRemoved = changeRule<"view-removed">({
  id: "view-removed",
  on: "view-removed",
  when: (change) => change.support.kind === "no-successor" || change.support.kind === "running",
  title: "View removed",
  why: "Every query on the view fails. A version is supported for a quarter after its successor was released, or until all its readers are known and ready.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  breaks: ["by-name", "unqualified", "positional", "stored-view", "typed-client", "row-count", "timeliness"],
  message: (change) => `View ${viewLabel(change.view)} was removed. ${supportSentence(change.support)}`,
  remedy: (change) => removalRemedy(change.support),
  witness: (change) => selectAll(change.view),
  proof: {
    before: viewAs(
      "SELECT task_id, status, now() AS read_at FROM (VALUES ('t1', 'ok'), ('t2', 'failed')) AS t (task_id, status)",
    ),
    after: ["DROP VIEW {view}"],
    readers: [
      {
        category: "by-name",
        sql: "SELECT v.task_id FROM {view} AS v WHERE v.status = 'ok'",
        outcome: { fails: "TABLE_NOT_FOUND", message: "Table '{view}' does not exist" },
      },
      {
        category: "unqualified",
        sql: "SELECT task_id FROM {view} JOIN (VALUES ('t1')) AS h (task) ON task = task_id",
        outcome: { fails: "TABLE_NOT_FOUND", message: "Table '{view}' does not exist" },
      },
      {
        category: "positional",
        sql: "SELECT * FROM {view}",
        outcome: { fails: "TABLE_NOT_FOUND", message: "Table '{view}' does not exist" },
      },
      {
        category: "stored-view",
        sql: "SELECT v.task_id FROM {view} AS v",
        outcome: {
          fails: "INVALID_VIEW",
          message: "Failed analyzing stored view '{stored}': Table '{view}' does not exist",
        },
      },
      {
        category: "typed-client",
        sql: "SELECT v.task_id, v.status FROM {view} AS v",
        outcome: { fails: "TABLE_NOT_FOUND", message: "Table '{view}' does not exist" },
      },
      {
        category: "row-count",
        sql: "SELECT count(*) AS tasks FROM {view}",
        outcome: { fails: "TABLE_NOT_FOUND", message: "Table '{view}' does not exist" },
      },
      {
        category: "timeliness",
        sql: "SELECT max(v.read_at) AS newest FROM {view} AS v",
        outcome: { fails: "TABLE_NOT_FOUND", message: "Table '{view}' does not exist" },
      },
    ],
  },
});
