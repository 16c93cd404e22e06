import { coerceToName } from "./coercions.js";
import { isSameType } from "./same-type.js";
import type { RowField, TrinoType } from "./trino-type.js";

/** How two types go together: the type that holds values of both, and whether the first coerces to the second. */
export interface Compatibility {
  readonly superType: TrinoType;
  readonly coerces: boolean;
}

type Scalar = Extract<TrinoType, { kind: "scalar" }>;

/** The wider of two types of one name; `varchar` without length is the longest. Absent: only equal ones go together. */
const WIDER = new Map<string, (from: readonly number[], to: readonly number[]) => readonly number[]>([
  ["decimal", widerDecimal],
  ["varchar", widerByOne],
  ["char", widerByOne],
  ["time", widerByOne],
  ["time with time zone", widerByOne],
  ["timestamp", widerByOne],
  ["timestamp with time zone", widerByOne],
]);

const MOST_DIGITS = 38;

/**
 * Whether and how `from` becomes `to` by itself, as `TypeCoercion.compatibility` of Trino 483 decides; `null`: they have
 * no common super type. Arrays, maps and rows go part by part; names of row fields play no part.
 */
export function compatibilityOf(from: TrinoType, to: TrinoType): Compatibility | null {
  if (isSameType(from, to)) return { superType: to, coerces: true };
  if (isUnknown(from)) return { superType: to, coerces: true };
  if (isUnknown(to)) return { superType: from, coerces: false };
  if (from.kind === "array" && to.kind === "array") {
    const element = compatibilityOf(from.element, to.element);
    return element && { superType: { kind: "array", element: element.superType }, coerces: element.coerces };
  }
  if (from.kind === "map" && to.kind === "map") {
    const key = compatibilityOf(from.key, to.key);
    const value = key && compatibilityOf(from.value, to.value);
    if (key === null || value === null) return null;
    const superType: TrinoType = { kind: "map", key: key.superType, value: value.superType };
    return { superType, coerces: key.coerces && value.coerces };
  }
  if (from.kind === "row" && to.kind === "row") return compatibilityOfRows(from.fields, to.fields);
  return from.kind === "scalar" && to.kind === "scalar" ? compatibilityOfScalars(from, to) : null;
}

function compatibilityOfRows(from: readonly RowField[], to: readonly RowField[]): Compatibility | null {
  if (from.length !== to.length) return null;
  const fields: RowField[] = [];
  let coerces = true;
  for (const [index, field] of from.entries()) {
    const other = to[index];
    const types = other && compatibilityOf(field.type, other.type);
    if (other === undefined || !types) return null;
    fields.push({ name: field.name === other.name ? field.name : null, type: types.superType });
    coerces &&= types.coerces;
  }
  return { superType: { kind: "row", fields }, coerces };
}

function compatibilityOfScalars(from: Scalar, to: Scalar): Compatibility | null {
  if (from.name === to.name) {
    const superType = widerOfOneName(from, to);
    return superType && { superType, coerces: isSameType(superType, to) };
  }
  const forward = coerceToName(from, to.name);
  if (forward !== null) return compatibilityOf(forward, to);
  const backward = coerceToName(to, from.name);
  const types = backward && compatibilityOf(from, backward);
  return types && { superType: types.superType, coerces: false };
}

function widerOfOneName(from: Scalar, to: Scalar): Scalar | null {
  const wider = WIDER.get(from.name);
  const [before, after] = [numbersOf(from), numbersOf(to)];
  if (wider === undefined || before === null || after === null) return null;
  return { kind: "scalar", name: from.name, parameters: wider(before, after) };
}

function numbersOf(type: Scalar): readonly number[] | null {
  const numbers = type.parameters.filter((parameter) => typeof parameter === "number");
  return numbers.length === type.parameters.length ? numbers : null;
}

function widerByOne([from]: readonly number[], [to]: readonly number[]): readonly number[] {
  return from === undefined || to === undefined ? [] : [Math.max(from, to)];
}

/** Digits before and after the point, each the larger; past 38 in all Trino accepts losing digits before the point. */
function widerDecimal([precision = 0, scale = 0]: readonly number[], to: readonly number[]): readonly number[] {
  const [toPrecision = 0, toScale = 0] = to;
  const widerScale = Math.max(scale, toScale);
  const whole = Math.max(precision - scale, toPrecision - toScale);
  return [Math.min(MOST_DIGITS, whole + widerScale), widerScale];
}

function isUnknown(type: TrinoType): boolean {
  return type.kind === "scalar" && type.name === "unknown";
}
