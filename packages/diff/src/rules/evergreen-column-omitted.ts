import { policyParagraphs, policyStateRule } from "../catalogue/rule.js";
import { lackedColumns } from "../policy/published-columns.js";

export const evergreenColumnOmitted = policyStateRule<"view">({
  id: "evergreen-column-omitted",
  subject: "view",
  title: "Column of Evergreen missing",
  why: "Rows about Evergreen can only be joined with others by the same four columns.",
  policy: policyParagraphs.designed,
  find: (state) => (state.contract?.promises?.evergreen === true ? lackedColumns(state, "evergreen") : []),
  remedy: "Add the column to the query that makes the view.",
  scenario:
    "A contract says that the rows are about Evergreen, and the view has no version_id, task_id, build_variant or execution.",
});
