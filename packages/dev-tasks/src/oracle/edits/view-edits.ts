import { otherComment } from "../plan/make-view.js";
import { becomeTable } from "../plan/planned-view.js";
import { type Edit, pickWhere, wholeView } from "./edit.js";

export const otherKind: Edit = (_, view) => {
  if (view.kind === "view") becomeTable(view);
  else view.kind = "view";
  for (const column of view.columns) column.required = false;
  return wholeView;
};

export const otherSecurity: Edit = (_, view) => {
  if (view.kind === "table") return null;
  view.security = view.security === "definer" ? "invoker" : "definer";
  return wholeView;
};

export const describe: Edit = (dice, view) => {
  const column = dice.pick(view.columns);
  column.comment = otherComment(dice, column.comment);
  return { column: column.name };
};

export const describeAnew: Edit = (dice, view) => {
  const column = pickWhere(dice, view.columns, ({ comment }) => comment !== null);
  if (!column) return null;
  column.comment = otherComment(dice, column.comment);
  return { column: column.name };
};

export const undescribe: Edit = (dice, view) => {
  const column = pickWhere(dice, view.columns, ({ comment }) => comment !== null);
  if (!column) return null;
  column.comment = null;
  return { column: column.name };
};

export const describeView: Edit = (dice, view) => {
  view.comment = view.comment !== null && dice.chance(50) ? null : otherComment(dice, view.comment);
  return wholeView;
};

/** A table's promise not to be null, given or taken back. */
export const otherRequired: Edit = (dice, view) => {
  if (view.kind !== "table") return null;
  const column = dice.pick(view.columns);
  // Whoever takes the promise back has nulls to come.
  if (column.required) column.nullable = true;
  else if (column.nullable) return null;
  column.required = !column.required;
  return { column: column.name };
};
