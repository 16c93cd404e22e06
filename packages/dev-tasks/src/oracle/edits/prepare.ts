import type { Dice } from "../plan/dice.js";
import { plainFrame } from "../plan/frame.js";
import { makeScalar, makeShape } from "../plan/make-shape.js";
import { makeColumn } from "../plan/make-view.js";
import { takeName } from "../plan/names.js";
import { becomeTable, type PlannedView } from "../plan/planned-view.js";
import type { RowShape, Shape } from "../plan/shape.js";
import type { EditName } from "./edits.js";
import { placesOf } from "./places.js";

/** Gives the view what the edit needs to find. */
export function prepareFor(name: EditName, dice: Dice, view: PlannedView): void {
  if (/ElementField$/.test(name)) addColumn(dice, view, { kind: "array", element: someRow(dice) });
  else if (
    /Fields?$/.test(name) &&
    !placesOf(view).some(({ shape }) => shape.kind === "row" && shape.fields.length > 1)
  )
    addColumn(dice, view, someRow(dice));
  else if (name === "retypeMapKey")
    addColumn(dice, view, { kind: "map", key: makeScalar(dice), value: makeShape(dice, 3) });
  else if (name === "dissolveArray") addColumn(dice, view, { kind: "array", element: makeShape(dice, 3) });
  else if (/^(undescribe|describeAnew)$/.test(name)) dice.pick(view.columns).comment ??= "The first of its kind.";
  else if (name === "otherLateral") view.frame = { ...plainFrame, lateral: 1 };
  else if (name === "otherGrouping") view.frame = { ...view.frame, distinct: false };
  else if (name === "otherRequired") makeTable(dice, view);
  else if (name === "otherKind" && dice.chance(30)) becomeTable(view);
}

function addColumn(dice: Dice, view: PlannedView, shape: Shape): void {
  view.columns.push({ ...makeColumn(dice, view.columns), shape });
}

function someRow(dice: Dice): RowShape {
  const first = takeName(dice, []);
  const second = takeName(dice, [first]);
  return {
    kind: "row",
    fields: [
      { name: first, shape: makeShape(dice, 3) },
      { name: second, shape: makeShape(dice, 3) },
    ],
  };
}

function makeTable(dice: Dice, view: PlannedView): void {
  becomeTable(view);
  for (const column of view.columns) {
    column.required = dice.chance(50);
    column.nullable = false;
    // So that a null shows where none is promised.
    if (dice.chance(60)) column.shape = { ...makeScalar(dice), seed: 49 };
  }
}
