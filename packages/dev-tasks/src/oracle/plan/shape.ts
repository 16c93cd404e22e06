import { quoteIdentifier } from "@schema-gate/contract";
import { scalarLiteral } from "./scalars.js";

export interface ScalarShape {
  readonly kind: "scalar";
  type: string;
  /** What its values are made of. */
  seed: number;
}

export interface Field {
  /** `null` for a field without a name. */
  name: string | null;
  shape: Shape;
}

export interface RowShape {
  readonly kind: "row";
  readonly fields: Field[];
}

export interface ArrayShape {
  readonly kind: "array";
  element: Shape;
}

export interface MapShape {
  readonly kind: "map";
  key: ScalarShape;
  value: Shape;
}

/** A type together with what its values are made of. Edits change it in place. */
export type Shape = ScalarShape | RowShape | ArrayShape | MapShape;

/** Trino's SQL for the type. */
export function typeOf(shape: Shape): string {
  switch (shape.kind) {
    case "scalar":
      return shape.type;
    case "array":
      return `array(${typeOf(shape.element)})`;
    case "map":
      return `map(${typeOf(shape.key)}, ${typeOf(shape.value)})`;
    case "row":
      return `row(${shape.fields.map(fieldText).join(", ")})`;
  }
}

function fieldText({ name, shape }: Field): string {
  return name === null ? typeOf(shape) : `${quoteIdentifier(name)} ${typeOf(shape)}`;
}

/** SQL for the value in row number `row` of the source; some scalars are null, the value itself only where `nullable`. */
export function valueText(shape: Shape, row: number, nullable: boolean): string {
  return `CAST(${rawValue(shape, row * 17, nullable)} AS ${typeOf(shape)})`;
}

/** SQL for the one key that stands in the map of every row. */
export function keyOf(shape: MapShape): string {
  return `CAST(${rawValue(shape.key, 0, false)} AS ${typeOf(shape.key)})`;
}

function rawValue(shape: Shape, offset: number, nullable: boolean): string {
  switch (shape.kind) {
    case "scalar": {
      const n = shape.seed + offset;
      return nullable && n % 11 === 0 ? "NULL" : scalarLiteral(shape.type, n);
    }
    case "row":
      return `ROW(${shape.fields.map((field) => rawValue(field.shape, offset, true)).join(", ")})`;
    case "array":
      return `ARRAY[${[0, 5].map((step) => `CAST(${rawValue(shape.element, offset + step, true)} AS ${typeOf(shape.element)})`).join(", ")}]`;
    case "map":
      return `MAP(ARRAY[${keyOf(shape)}], ARRAY[CAST(${rawValue(shape.value, offset, true)} AS ${typeOf(shape.value)})])`;
  }
}
