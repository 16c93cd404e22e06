import type { PlannedColumn, PlannedView } from "../plan/planned-view.js";
import type { Shape } from "../plan/shape.js";

/** One type somewhere in a column, with the way to put another in its place. */
export interface Place {
  readonly column: PlannedColumn;
  readonly shape: Shape;
  readonly depth: number;
  readonly isMapKey: boolean;
  /** Whether it is the direct element of an array, or lies in one. */
  readonly inArray: boolean;
  readonly replace: (shape: Shape) => void;
}

/** Every type of the view, outer ones first. */
export function placesOf(view: PlannedView): Place[] {
  return view.columns.flatMap((column) =>
    within({
      column,
      shape: column.shape,
      depth: 1,
      isMapKey: false,
      inArray: false,
      replace: (shape) => {
        column.shape = shape;
      },
    }),
  );
}

function within(place: Place): Place[] {
  return [place, ...children(place).flatMap(within)];
}

function children({ column, shape, depth }: Place): Place[] {
  const child = (inner: Shape, replace: Place["replace"], more: Partial<Place> = {}): Place => ({
    column,
    shape: inner,
    depth: depth + 1,
    isMapKey: false,
    inArray: false,
    replace,
    ...more,
  });
  switch (shape.kind) {
    case "scalar":
      return [];
    case "array":
      return [
        child(
          shape.element,
          (inner) => {
            shape.element = inner;
          },
          { inArray: true },
        ),
      ];
    case "row":
      return shape.fields.map((field) =>
        child(field.shape, (inner) => {
          field.shape = inner;
        }),
      );
    case "map":
      return [
        child(
          shape.key,
          (inner) => {
            if (inner.kind === "scalar") shape.key = inner;
          },
          { isMapKey: true },
        ),
        child(shape.value, (inner) => {
          shape.value = inner;
        }),
      ];
  }
}
