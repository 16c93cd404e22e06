import type { TrinoType } from "./trino-type.js";

/** Whether two types are the same, names of row fields included, letter for letter. */
export function isSameType(before: TrinoType, after: TrinoType): boolean {
  if (before === after) return true;
  if (before.kind === "scalar" && after.kind === "scalar")
    return before.name === after.name && haveSameParameters(before.parameters, after.parameters);
  if (before.kind === "array" && after.kind === "array") return isSameType(before.element, after.element);
  if (before.kind === "map" && after.kind === "map")
    return isSameType(before.key, after.key) && isSameType(before.value, after.value);
  if (before.kind !== "row" || after.kind !== "row" || before.fields.length !== after.fields.length) return false;
  return before.fields.every((field, index) => {
    const other = after.fields[index];
    return other !== undefined && field.name === other.name && isSameType(field.type, other.type);
  });
}

function haveSameParameters(before: readonly (number | TrinoType)[], after: readonly (number | TrinoType)[]): boolean {
  if (before.length !== after.length) return false;
  return before.every((parameter, index) => {
    const other = after[index];
    if (typeof parameter === "number" || typeof other !== "object") return parameter === other;
    return isSameType(parameter, other);
  });
}
