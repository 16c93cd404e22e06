import { isSameType } from "./same-type.js";
import type { TrinoType } from "./trino-type.js";

type Scalar = Extract<TrinoType, { kind: "scalar" }>;

/** Digits of the largest value of the whole-number types, in order of width. */
const INTEGER_DIGITS = new Map([
  ["tinyint", 3],
  ["smallint", 5],
  ["integer", 10],
  ["bigint", 19],
]);

/** Types with one number that may grow; `varchar` without one has no limit. `char` is not here: it pads. */
const GROWING = new Set(["varchar", "time", "time with time zone", "timestamp", "timestamp with time zone"]);

/**
 * Whether every value of `before` is the same value in `after` (design 3.3, `column-type-changed`): wider integer, longer
 * varchar, decimal with neither scale nor integer digits smaller, higher time precision, integer into a decimal that holds
 * it; in arrays, maps and rows part by part, where every field keeps its name.
 */
export function isLossless(before: TrinoType, after: TrinoType): boolean {
  if (isSameType(before, after)) return true;
  if (before.kind === "array" && after.kind === "array") return isLossless(before.element, after.element);
  if (before.kind === "map" && after.kind === "map")
    return isLossless(before.key, after.key) && isLossless(before.value, after.value);
  if (before.kind === "scalar" && after.kind === "scalar") return isLosslessScalar(before, after);
  if (before.kind !== "row" || after.kind !== "row" || before.fields.length !== after.fields.length) return false;
  return before.fields.every((field, index) => {
    const other = after.fields[index];
    return other !== undefined && field.name === other.name && isLossless(field.type, other.type);
  });
}

function isLosslessScalar(before: Scalar, after: Scalar): boolean {
  const digits = INTEGER_DIGITS.get(before.name);
  if (digits !== undefined) {
    if (after.name === "decimal") return holdsDecimal(after, digits, 0);
    return (INTEGER_DIGITS.get(after.name) ?? 0) > digits;
  }
  if (before.name !== after.name) return false;
  const [from, scale] = before.parameters;
  const [to] = after.parameters;
  if (before.name === "decimal")
    return typeof from === "number" && typeof scale === "number" && holdsDecimal(after, from - scale, scale);
  if (!GROWING.has(before.name) || typeof from !== "number") return false;
  return to === undefined ? before.name === "varchar" : typeof to === "number" && to >= from;
}

function holdsDecimal(type: Scalar, wholeDigits: number, scale: number): boolean {
  const [precision, ownScale] = type.parameters;
  if (typeof precision !== "number" || typeof ownScale !== "number") return false;
  return precision - ownScale >= wholeDigits && ownScale >= scale;
}
