import type { Dice } from "../plan/dice.js";
import { makeColumn } from "../plan/make-view.js";
import { takeName } from "../plan/names.js";
import type { PlannedColumn, PlannedView } from "../plan/planned-view.js";
import { type Edit, type Edited, wholeView } from "./edit.js";

export const appendColumn: Edit = (dice, view) => {
  view.columns.push(makeColumn(dice, view.columns));
  return wholeView;
};

export const insertColumn: Edit = (dice, view) => {
  view.columns.splice(dice.int(0, view.columns.length - 1), 0, makeColumn(dice, view.columns));
  return wholeView;
};

export const appendDeletionMarker: Edit = (dice, view) => {
  if (view.columns.some(({ name }) => name === "deleted_at")) return null;
  const shape = { kind: "scalar", type: "timestamp(3)", seed: 22 } as const;
  view.columns.push({ name: "deleted_at", shape: { ...shape }, comment: null, required: false, nullable: true });
  // Rows that used to vanish may now stay.
  if (dice.chance(40)) view.frame = { ...view.frame, where: view.frame.where.slice(1) };
  return wholeView;
};

export const removeColumn: Edit = (dice, view) => {
  if (view.columns.length < 2) return null;
  const column = dice.pick(view.columns);
  view.columns = view.columns.filter((each) => each !== column);
  return { column: column.name };
};

export const renameColumn: Edit = (dice, view) => {
  const column = dice.pick(view.columns);
  return renamed(dice, column, view);
};

/** Renamed and moved at once: nothing tells that it is the same column. */
export const renameAndMoveColumn: Edit = (dice, view) => {
  if (view.columns.length < 2) return null;
  const column = dice.pick(view.columns);
  const others = view.columns.filter((each) => each !== column);
  const edited = renamed(dice, column, view);
  view.columns = view.columns[0] === column ? [...others, column] : [column, ...others];
  return edited;
};

function renamed(dice: Dice, column: PlannedColumn, view: PlannedView): Edited {
  const before = column.name;
  column.name = takeName(
    dice,
    view.columns.map(({ name }) => name),
  );
  return { column: before };
}

export const reorderColumns: Edit = (dice, view) => {
  if (view.columns.length < 2) return null;
  const first = dice.int(0, view.columns.length - 2);
  const column = view.columns.splice(first, 1);
  view.columns.splice(dice.int(first + 1, view.columns.length), 0, ...column);
  return wholeView;
};
