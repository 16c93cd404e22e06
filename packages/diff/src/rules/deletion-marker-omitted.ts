import { policyParagraphs, policyStateRule } from "../catalogue/rule.js";
import { lackedColumns } from "../policy/published-columns.js";

export const deletionMarkerOmitted = policyStateRule<"view">({
  id: "deletion-marker-omitted",
  subject: "view",
  title: "Deleted rows are not marked",
  why: "A view whose rows are deleted softly keeps them; only a column tells readers which ones are gone.",
  policy: policyParagraphs.designed,
  find: (state) => (state.contract?.promises?.deletionMode === "soft" ? lackedColumns(state, "soft-deletion") : []),
  remedy: "Add the column deleted_at, or name the column that marks deleted rows (deletionColumn).",
  scenario: "A contract says that deletion is soft, and there is no column that marks deleted rows.",
});
