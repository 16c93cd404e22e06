import { quoteIdentifier } from "@schema-gate/contract";
import { keyOf, type RowShape, type ScalarShape, type Shape } from "../plan/shape.js";

/** A scalar that names alone lead to. */
export interface Leaf {
  /** Where it is and of what type: two leaves with one key are read alike. */
  readonly key: string;
  /** The expression over the column. */
  readonly sql: (column: string) => string;
  readonly scalar: ScalarShape;
  /** Whether the expression gives one value, not an array of them. */
  readonly single: boolean;
}

/** Every scalar of a type that names, elements and keys lead to. */
export function leavesOf(shape: Shape, depth = 1): Leaf[] {
  switch (shape.kind) {
    case "scalar":
      return [{ key: shape.type, sql: (value) => value, scalar: shape, single: true }];
    case "row":
      return namedFields(shape).flatMap(({ name, shape: inner }) =>
        leavesOf(inner, depth).map((leaf) => ({
          ...leaf,
          key: `.${name}${leaf.key}`,
          sql: (value: string) => leaf.sql(`${value}.${quoteIdentifier(name)}`),
        })),
      );
    case "array":
      return leavesOf(shape.element, depth + 1).map((leaf) => ({
        ...leaf,
        key: `[]${leaf.key}`,
        sql: (value: string) => `transform(${value}, e${depth} -> ${leaf.sql(`e${depth}`)})`,
        single: false,
      }));
    case "map":
      return leavesOf(shape.value, depth).map((leaf) => ({
        ...leaf,
        key: `{${shape.key.type}}${leaf.key}`,
        sql: (value: string) => leaf.sql(`element_at(${value}, ${keyOf(shape)})`),
      }));
  }
}

/** Fields whose name means one of them. */
function namedFields({ fields }: RowShape): { readonly name: string; readonly shape: Shape }[] {
  return fields.flatMap(({ name, shape }) => (name === null ? [] : [{ name, shape }]));
}
