import type { TrinoType } from "./trino-type.js";

/** Parameters of the type a coercion gives: these numbers, or those of the type it starts from. */
type Parameters = readonly number[] | "same";

/**
 * Implicit coercions between types of different names, as Trino 483 has them whatever the server (design 3.3):
 * `TypeCoercion.coerceTypeBase` in core/trino-main/src/main/java/io/trino/type/TypeCoercion.java. A type coerces to another
 * if what this table makes of it coerces to it: `bigint` to `decimal(20,1)` by way of `decimal(19,0)`.
 */
const COERCIONS: readonly (readonly [from: string, to: string, parameters: Parameters])[] = [
  ["tinyint", "smallint", []],
  ["tinyint", "integer", []],
  ["tinyint", "bigint", []],
  ["smallint", "integer", []],
  ["smallint", "bigint", []],
  ["integer", "bigint", []],

  // Whole numbers become the smallest decimal that holds all of them.
  ["tinyint", "decimal", [3, 0]],
  ["smallint", "decimal", [5, 0]],
  ["integer", "decimal", [10, 0]],
  ["bigint", "decimal", [19, 0]],

  ["tinyint", "real", []],
  ["smallint", "real", []],
  ["integer", "real", []],
  ["bigint", "real", []],
  ["decimal", "real", []],
  ["tinyint", "double", []],
  ["smallint", "double", []],
  ["integer", "double", []],
  ["bigint", "double", []],
  ["decimal", "double", []],
  ["real", "double", []],

  // `number` exists from 480; real and double do not become one.
  ["tinyint", "number", []],
  ["smallint", "number", []],
  ["integer", "number", []],
  ["bigint", "number", []],
  ["decimal", "number", []],

  ["date", "timestamp", [0]],
  ["date", "timestamp with time zone", [0]],
  ["time", "time with time zone", "same"],
  ["timestamp", "timestamp with time zone", "same"],

  // From 482; up to 481 it was varchar to char (release-482.md, #29939).
  ["char", "varchar", "same"],

  // The arguments of functions; no view publishes such a column.
  ["varchar", "JoniRegExp", []],
  ["varchar", "Re2JRegExp", []],
  ["varchar", "JsonPath", []],
  ["varchar", "CodePoints", []],
  ["char", "JoniRegExp", []],
  ["char", "Re2JRegExp", []],
  ["char", "JsonPath", []],
  ["char", "CodePoints", []],

  ["P4HyperLogLog", "HyperLogLog", []],
];

const byNames = new Map(COERCIONS.map(([from, to, parameters]) => [`${from} > ${to}`, parameters]));

type Scalar = Extract<TrinoType, { kind: "scalar" }>;

/** The type named `to` that a value of `from` becomes by itself; `null` if it does not. */
export function coerceToName(from: Scalar, to: string): Scalar | null {
  const parameters = byNames.get(`${from.name} > ${to}`);
  if (parameters === undefined) return null;
  return { kind: "scalar", name: to, parameters: parameters === "same" ? from.parameters : parameters };
}
