import type { Dice } from "../plan/dice.js";
import { makeScalar, makeShape } from "../plan/make-shape.js";
import type { PlannedView } from "../plan/planned-view.js";
import { scalarGroups } from "../plan/scalars.js";
import { type ScalarShape, typeOf } from "../plan/shape.js";
import { type Edit, pickWhere } from "./edit.js";
import { type Place, placesOf } from "./places.js";

function editPlace(test: (place: Place) => boolean, edit: (dice: Dice, place: Place) => void): Edit {
  return (dice, view) => {
    const place = pickWhere(dice, placesOf(view), test);
    if (!place) return null;
    const before = typeOf(place.column.shape);
    edit(dice, place);
    return typeOf(place.column.shape) === before ? null : { column: place.column.name };
  };
}

/** Another type of the same group, wider or narrower. */
export const retypeNearby = editPlace(
  ({ shape, isMapKey }) => shape.kind === "scalar" && !isMapKey && nearbyTypes(shape).length > 0,
  (dice, { shape }) => {
    if (shape.kind === "scalar") shape.type = dice.pick(nearbyTypes(shape));
  },
);

function nearbyTypes({ type }: ScalarShape): string[] {
  return scalarGroups.filter((group) => group.includes(type)).flatMap((group) => group.filter((each) => each !== type));
}

/** Any other type. */
export const retypeFar = editPlace(
  ({ isMapKey }) => !isMapKey,
  (dice, { replace, depth }) => replace(makeShape(dice, depth)),
);

export const retypeMapKey = editPlace(
  ({ isMapKey }) => isMapKey,
  (dice, { replace, shape }) => {
    const key = makeScalar(dice);
    replace({ ...key, seed: shape.kind === "scalar" ? shape.seed : key.seed });
  },
);

export const introduceArray = editPlace(
  ({ depth, isMapKey }) => depth === 1 && !isMapKey,
  (_, { shape, replace }) => replace({ kind: "array", element: shape }),
);

export const dissolveArray = editPlace(
  ({ shape }) => shape.kind === "array",
  (_, { shape, replace }) => {
    if (shape.kind === "array") replace(shape.element);
  },
);

/** The type stays, the value does not. */
export const otherExpression: Edit = (dice: Dice, view: PlannedView) => {
  // The values of a table are what was put in it; no definition tells.
  if (view.kind === "table") return null;
  const place = pickWhere(dice, placesOf(view), ({ shape, isMapKey }) => shape.kind === "scalar" && !isMapKey);
  if (place?.shape.kind !== "scalar") return null;
  place.shape.seed += dice.int(1, 9);
  return { column: place.column.name };
};
