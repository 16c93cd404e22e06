import { viewAs } from "../catalogue/proof.js";
import { keepAndBump } from "../catalogue/remedies.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectByName } from "../catalogue/witness.js";

export const columnTypeChanged = changeRule<"type-changed">({
  id: "column-type-changed",
  on: "type-changed",
  when: (change) => change.array === null,
  title: "Type changed",
  why: "Comparisons, joins, unions and stored views are checked against the type; most fail or answer differently with another one.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  lowered: (change, settings) => (change.lossless ? settings.losslessWidening : null),
  milder: [{ impact: "risky", when: "nothing is lost, and the configuration says so (losslessWidening)" }],
  breaks: ["by-name", "unqualified", "positional", "stored-view", "typed-client"],
  message: (change) =>
    `${change.path} changed its type from ${change.before} to ${change.after} (${change.relation}${change.lossless ? ", without loss" : ""}).`,
  remedy: (change) => keepAndBump(change.view, `Keep the type of ${change.path}`),
  witness: (change) => selectByName(change.view, change.at),
  proof: {
    before: viewAs("SELECT task_id, took FROM (VALUES ('t1', 61), ('t2', 7)) AS t (task_id, took)"),
    after: viewAs(
      "SELECT task_id, CAST(took AS varchar) AS took FROM (VALUES ('t1', 61), ('t2', 7)) AS t (task_id, took)",
    ),
    readers: [
      {
        category: "by-name",
        sql: "SELECT v.task_id FROM {view} AS v WHERE v.took > 60",
        outcome: { fails: "TYPE_MISMATCH", message: "Cannot apply operator: varchar < integer" },
      },
      {
        category: "unqualified",
        sql: "SELECT task_id FROM {view} JOIN (VALUES ('t1', 60)) AS h (task, bound) ON task = task_id AND took > bound",
        outcome: { fails: "TYPE_MISMATCH", message: "Cannot apply operator: varchar < integer" },
      },
      {
        category: "positional",
        sql: "SELECT * FROM {view} UNION ALL VALUES ('t0', 60)",
        outcome: {
          fails: "TYPE_MISMATCH",
          message: "column 2 in UNION query has incompatible types: varchar, integer",
        },
      },
      {
        category: "stored-view",
        sql: "SELECT v.took FROM {view} AS v",
        outcome: {
          fails: "VIEW_IS_STALE",
          message:
            "View '{stored}' is stale or in invalid state: column [took] of type varchar projected from query view at position 0 cannot be coerced to column [took] of type integer stored in view definition",
        },
      },
      { category: "typed-client", sql: "SELECT v.took FROM {view} AS v", outcome: "types-change" },
      { category: "row-count", sql: "SELECT count(*) AS tasks FROM {view}", outcome: "same" },
    ],
    variants: [
      {
        when: "the type is widened without loss",
        before: viewAs("SELECT task_id, took FROM (VALUES ('t1', 61), ('t2', 7)) AS t (task_id, took)"),
        after: viewAs(
          "SELECT task_id, CAST(took AS bigint) AS took FROM (VALUES ('t1', 61), ('t2', 7)) AS t (task_id, took)",
        ),
        readers: [
          { category: "positional", sql: "SELECT * FROM {view} UNION ALL VALUES ('t0', 60)", outcome: "types-change" },
          {
            category: "stored-view",
            sql: "SELECT v.took FROM {view} AS v",
            outcome: {
              fails: "VIEW_IS_STALE",
              message:
                "View '{stored}' is stale or in invalid state: column [took] of type bigint projected from query view at position 0 cannot be coerced to column [took] of type integer stored in view definition",
            },
          },
          { category: "typed-client", sql: "SELECT v.took FROM {view} AS v", outcome: "types-change" },
          { category: "by-name", sql: "SELECT v.task_id FROM {view} AS v WHERE v.took > 60", outcome: "same" },
          {
            category: "unqualified",
            sql: "SELECT task_id FROM {view} JOIN (VALUES ('t1', 60)) AS h (task, bound) ON task = task_id AND took > bound",
            outcome: "same",
          },
          {
            category: "row-count",
            sql: "SELECT count(DISTINCT v.took) AS durations FROM {view} AS v",
            outcome: "same",
          },
        ],
      },
      {
        when: "the type is narrowed",
        before: viewAs(
          "SELECT task_id, ended_at FROM (VALUES ('t1', TIMESTAMP '2026-11-01 09:00:00'), ('t2', TIMESTAMP '2026-11-02 11:00:00')) AS t (task_id, ended_at)",
        ),
        after: viewAs(
          "SELECT task_id, CAST(ended_at AS date) AS ended_at FROM (VALUES ('t1', TIMESTAMP '2026-11-01 09:00:00'), ('t2', TIMESTAMP '2026-11-02 11:00:00')) AS t (task_id, ended_at)",
        ),
        readers: [
          {
            category: "by-name",
            sql: "SELECT v.task_id FROM {view} AS v WHERE v.ended_at >= TIMESTAMP '2026-11-02 10:00:00'",
            outcome: "rows-change",
          },
          {
            category: "unqualified",
            sql: "SELECT task_id FROM {view} JOIN (VALUES ('t2', TIMESTAMP '2026-11-02 10:00:00')) AS h (task, bound) ON task = task_id AND ended_at >= bound",
            outcome: "rows-change",
          },
          { category: "stored-view", sql: "SELECT v.ended_at FROM {view} AS v", outcome: "rows-change" },
          { category: "typed-client", sql: "SELECT v.ended_at FROM {view} AS v", outcome: "types-change" },
          { category: "row-count", sql: "SELECT count(*) AS tasks FROM {view}", outcome: "same" },
        ],
      },
    ],
  },
});
