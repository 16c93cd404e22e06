import { policyParagraphs, policyStateRule } from "../catalogue/rule.js";
import { lackedColumns } from "../policy/published-columns.js";

export const auditColumnOmitted = policyStateRule<"view">({
  id: "audit-column-omitted",
  subject: "view",
  title: "Audit column missing",
  why: "Without the times of a row nobody can tell what changed since the last run, or whether a row is late.",
  policy: policyParagraphs.designed,
  find: (state) => lackedColumns(state, "always"),
  remedy: "Add the column to the query that makes the view; every row of a view has it.",
  scenario:
    "A view is published without updated_at, inserted_at or xformed_at, or another column the configuration asks of all views.",
});
