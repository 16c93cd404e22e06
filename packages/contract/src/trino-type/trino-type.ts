/**
 * A Trino type as a tree. `scalar` holds every type without structure of its own, also those unknown to us:
 * `bigint` is `{ name: "bigint", parameters: [] }`, `decimal(10,2)` has `[10, 2]`, `timestamp(3) with time zone` is
 * `{ name: "timestamp with time zone", parameters: [3] }`, `qdigest(double)` has one type as parameter.
 *
 * Every reader of this folder gives the one canonical tree of a type, so two types are the same exactly when their trees
 * are deeply equal: names in canonical case (see `canonicalTypeName`), defaults written out (`timestamp` has `[3]`,
 * `decimal` `[38, 0]`, `char` `[1]`), an unbounded `varchar` without parameter. Intervals carry their whole qualifier in
 * the name: `interval day(9) to second(3)`.
 */
export type TrinoType =
  | { readonly kind: "scalar"; readonly name: string; readonly parameters: readonly (number | TrinoType)[] }
  | { readonly kind: "array"; readonly element: TrinoType }
  | { readonly kind: "map"; readonly key: TrinoType; readonly value: TrinoType }
  | { readonly kind: "row"; readonly fields: readonly RowField[] };

/** A field of a row; `null` is an anonymous field. Names compare exactly: they are part of the type. */
export interface RowField {
  readonly name: string | null;
  readonly type: TrinoType;
}
