import { viewAs } from "../catalogue/proof.js";
import { keepAndBump } from "../catalogue/remedies.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectByName } from "../catalogue/witness.js";

export const fieldRenamed = changeRule<"field-renamed">({
  id: "field-renamed",
  on: "field-renamed",
  title: "Field renamed",
  why: "Queries know a field by its name: to them a renamed field is gone. If only the letter case differs, a UNION with the old spelling loses the name, and typed clients see another type.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  breaks: ["by-name", "unqualified", "positional", "stored-view", "typed-client"],
  message: (change) => `Field ${change.path} (${change.type}) was removed; maybe it is now ${change.to}.`,
  remedy: (change) => keepAndBump(change.view, `Keep ${change.path}`),
  witness: (change) => selectByName(change.view, change.at),
  proof: {
    before: viewAs(
      "SELECT task_id, details FROM (VALUES ('t1', CAST(ROW('x1', 'h1') AS row(trace_id varchar, host varchar)))) AS t (task_id, details)",
    ),
    after: viewAs(
      "SELECT task_id, details FROM (VALUES ('t1', CAST(ROW('x1', 'h1') AS row(trace_id varchar, machine varchar)))) AS t (task_id, details)",
    ),
    readers: [
      {
        category: "by-name",
        sql: "SELECT v.details.host FROM {view} AS v",
        outcome: {
          fails: "INVALID_COLUMN_REFERENCE",
          message: "Column reference 'v.details.host' is invalid",
          on: { "435": { fails: "COLUMN_NOT_FOUND", message: "Column 'v.details.host' cannot be resolved" } },
        },
      },
      {
        category: "unqualified",
        sql: "SELECT details.host FROM {view} JOIN (VALUES ('t1')) AS h (task) ON task = task_id",
        outcome: {
          fails: "INVALID_COLUMN_REFERENCE",
          message: "Column reference 'details.host' is invalid",
          on: { "435": { fails: "COLUMN_NOT_FOUND", message: "Column 'details.host' cannot be resolved" } },
        },
      },
      {
        category: "positional",
        sql: "SELECT u.details.host FROM (SELECT * FROM {view} UNION ALL VALUES ('t0', CAST(ROW('x0', 'h0') AS row(trace_id varchar, host varchar)))) AS u",
        outcome: {
          fails: "INVALID_COLUMN_REFERENCE",
          message: "Column reference 'u.details.host' is invalid",
          on: { "435": { fails: "COLUMN_NOT_FOUND", message: "Column 'u.details.host' cannot be resolved" } },
        },
      },
      {
        category: "stored-view",
        sql: "SELECT v.details.host FROM {view} AS v",
        outcome: {
          fails: "INVALID_VIEW",
          message: "Failed analyzing stored view '{stored}': Column reference 'v.details.host' is invalid",
          on: {
            "435": {
              fails: "INVALID_VIEW",
              message: "Failed analyzing stored view '{stored}': Column 'v.details.host' cannot be resolved",
            },
          },
        },
      },
      { category: "typed-client", sql: "SELECT v.details FROM {view} AS v", outcome: "types-change" },
      { category: "stored-view", sql: "SELECT v.details FROM {view} AS v", outcome: "same" },
      { category: "positional", sql: "SELECT v.details[2] AS host FROM {view} AS v", outcome: "same" },
      { category: "row-count", sql: "SELECT count(DISTINCT v.details) AS details FROM {view} AS v", outcome: "same" },
    ],
    variants: [
      {
        when: "only the letter case differs",
        before: viewAs(
          "SELECT task_id, details FROM (VALUES ('t1', CAST(ROW('x1', 'h1') AS row(trace_id varchar, host varchar)))) AS t (task_id, details)",
        ),
        after: viewAs(
          "SELECT task_id, details FROM (VALUES ('t1', CAST(ROW('x1', 'h1') AS row(trace_id varchar, \"Host\" varchar)))) AS t (task_id, details)",
        ),
        readers: [
          {
            category: "positional",
            sql: "SELECT u.details.host FROM (SELECT * FROM {view} UNION ALL VALUES ('t0', CAST(ROW('x0', 'h0') AS row(trace_id varchar, host varchar)))) AS u",
            outcome: {
              fails: "INVALID_COLUMN_REFERENCE",
              message: "Column reference 'u.details.host' is invalid",
              on: { "435": { fails: "COLUMN_NOT_FOUND", message: "Column 'u.details.host' cannot be resolved" } },
            },
          },
          { category: "typed-client", sql: "SELECT v.details FROM {view} AS v", outcome: "types-change" },
          { category: "by-name", sql: "SELECT v.details.host FROM {view} AS v", outcome: "same" },
          {
            category: "unqualified",
            sql: "SELECT details.host FROM {view} JOIN (VALUES ('t1')) AS h (task) ON task = task_id",
            outcome: "same",
          },
          { category: "stored-view", sql: "SELECT v.details FROM {view} AS v", outcome: "same" },
        ],
      },
    ],
  },
});
