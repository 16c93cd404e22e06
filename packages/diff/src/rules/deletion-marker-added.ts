import { viewAs } from "../catalogue/proof.js";
import { changeRule, policyParagraphs } from "../catalogue/rule.js";
import { selectAll } from "../catalogue/witness.js";
import type { StatedDeletion } from "../change.js";

/** What readers were told of deleted rows before. */
const told: Readonly<Record<StatedDeletion, string>> = {
  hard: "deleted rows were promised to vanish",
  none: "rows were promised never to be deleted",
  soft: "deletion was said to be soft",
  unknown: "no deletion mode was stated",
};

export const deletionMarkerAdded = changeRule<"column-added">({
  id: "deletion-marker-added",
  on: "column-added",
  when: (change) => change.marker !== null,
  title: "Deletion marker appeared",
  why: "Rows that were deleted may now stay and be marked: readers who do not filter them count too much. The deletion mode that was stated before decides whether they were told.",
  policy: policyParagraphs.stable,
  impact: "breaking",
  lowered: ({ marker, inserted }) =>
    marker === "unknown" || (marker === "soft" && inserted) ? "risky" : marker === "soft" ? "additive" : null,
  milder: [
    { impact: "risky", when: "no deletion mode was stated, or it stands before columns that were there already" },
    { impact: "additive", when: "deletion was said to be soft" },
  ],
  breaks: ["unqualified", "positional", "stored-view", "row-count"],
  message: (change) =>
    `Column ${change.path} (${change.type}) looks like the marker of soft deletion; ${told[change.marker ?? "unknown"]}.`,
  remedy: ({ marker, inserted }) => {
    if (marker !== "soft") return "State the deletion mode; if rows are no longer removed, publish a new version.";
    return inserted ? "Add the column at the end of the select list." : "Nothing to do.";
  },
  witness: (change) => selectAll(change.view),
  proof: {
    before: viewAs("SELECT task_id, status FROM (VALUES ('t1', 'ok'), ('t2', 'failed')) AS t (task_id, status)"),
    after: viewAs(
      "SELECT task_id, status, deleted_at FROM (VALUES ('t1', 'ok', NULL), ('t2', 'failed', NULL), ('t3', 'ok', DATE '2026-11-01')) AS t (task_id, status, deleted_at)",
    ),
    readers: [
      { category: "by-name", sql: "SELECT v.status FROM {view} AS v WHERE v.task_id = 't1'", outcome: "same" },
      {
        category: "typed-client",
        sql: "SELECT v.task_id, v.status FROM {view} AS v WHERE v.task_id = 't1'",
        outcome: "same",
      },
      {
        category: "row-count",
        sql: "SELECT v.status, count(*) AS tasks FROM {view} AS v GROUP BY v.status",
        outcome: "rows-change",
      },
      {
        category: "unqualified",
        sql: "SELECT task_id FROM {view} JOIN (VALUES ('t1', DATE '2026-10-01')) AS h (task, deleted_at) ON task = task_id WHERE deleted_at IS NOT NULL",
        outcome: { fails: "AMBIGUOUS_NAME", message: "Column 'deleted_at' is ambiguous" },
      },
      {
        category: "positional",
        sql: "SELECT * FROM {view} UNION ALL VALUES ('t0', 'ok')",
        outcome: { fails: "TYPE_MISMATCH", message: "UNION query has different number of fields: 3, 2" },
      },
      {
        category: "stored-view",
        sql: "SELECT * FROM {view}",
        outcome: {
          fails: "VIEW_IS_STALE",
          message:
            "View '{stored}' is stale or in invalid state: stored view column count (2) does not match column count derived from the view query analysis (3)",
        },
      },
    ],
  },
});
