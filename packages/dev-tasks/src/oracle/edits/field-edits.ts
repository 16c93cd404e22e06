import type { Dice } from "../plan/dice.js";
import { makeShape } from "../plan/make-shape.js";
import { takeName } from "../plan/names.js";
import type { PlannedView } from "../plan/planned-view.js";
import type { Field, RowShape } from "../plan/shape.js";
import { type Edit, pickWhere } from "./edit.js";
import { type Place, placesOf } from "./places.js";

type RowPlace = Place & { readonly shape: RowShape };

function pickRow(dice: Dice, view: PlannedView, test: (place: RowPlace) => boolean): RowPlace | null {
  return pickWhere(
    dice,
    placesOf(view),
    (place): place is RowPlace => place.shape.kind === "row" && test(place as RowPlace),
  );
}

function freshField(dice: Dice, { shape, depth }: RowPlace): Field {
  const anonymous = shape.fields.every(({ name }) => name === null);
  const name = anonymous
    ? null
    : takeName(
        dice,
        shape.fields.map((field) => field.name),
      );
  return { name, shape: makeShape(dice, Math.min(depth + 1, 4)) };
}

function editRow(test: (place: RowPlace) => boolean, edit: (dice: Dice, place: RowPlace) => void): Edit {
  return (dice, view) => {
    const place = pickRow(dice, view, test);
    if (!place) return null;
    edit(dice, place);
    return { column: place.column.name };
  };
}

const hasNames = ({ shape }: RowPlace) => shape.fields.every(({ name }) => name !== null);

export const appendField = editRow(
  ({ inArray }) => !inArray,
  (dice, place) => void place.shape.fields.push(freshField(dice, place)),
);

export const appendElementField = editRow(
  ({ inArray }) => inArray,
  (dice, place) => void place.shape.fields.push(freshField(dice, place)),
);

export const insertField = editRow(
  () => true,
  (dice, place) => {
    const { fields } = place.shape;
    fields.splice(dice.int(0, fields.length - 1), 0, freshField(dice, place));
  },
);

export const removeField = editRow(
  ({ shape }) => shape.fields.length > 1,
  (dice, { shape }) => void shape.fields.splice(dice.int(0, shape.fields.length - 1), 1),
);

export const renameField = editRow(hasNames, (dice, { shape }) => {
  const field = dice.pick(shape.fields);
  field.name = takeName(
    dice,
    shape.fields.map(({ name }) => name),
  );
});

/** Only the letter case differs. */
export const recaseField = editRow(
  (place) => hasNames(place) && place.shape.fields.some(canRecase),
  (dice, { shape }) => {
    const field = pickWhere(dice, shape.fields, canRecase);
    if (field?.name) field.name = recased(field.name);
  },
);

function canRecase({ name }: Field): boolean {
  return name !== null && recased(name) !== name;
}

function recased(name: string): string {
  return name === name.toUpperCase() ? name.toLowerCase() : name.toUpperCase();
}

export const reorderFields = editRow(
  (place) => hasNames(place) && place.shape.fields.length > 1,
  (_, { shape }) => void shape.fields.push(...shape.fields.splice(0, 1)),
);
