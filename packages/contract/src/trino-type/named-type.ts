import type { TrinoType } from "./trino-type.js";
import { canonicalTypeName } from "./type-names.js";

/** Length that stands for "no limit" in a signature (`VarcharType.UNBOUNDED_LENGTH`). */
const UNBOUNDED_LENGTH = 2_147_483_647;

/** What stands for parameters left out; https://trino.io/docs/current/language/types.html. */
const DEFAULT_PARAMETERS = new Map<string, readonly number[]>([
  ["decimal", [38, 0]],
  ["char", [1]],
  ["time", [3]],
  ["time with time zone", [3]],
  ["timestamp", [3]],
  ["timestamp with time zone", [3]],
]);

const withoutParameters = new Map<string, TrinoType>();

/**
 * The canonical tree of `name(parameters)`: aliases and letter case resolved, defaults written out, `array` and `map` as
 * what they are. `fail` is called with what should have stood there when an array, a map or a row is not complete.
 */
export function namedType(
  written: string,
  parameters: readonly (number | TrinoType)[],
  fail: (expected: string) => never,
): TrinoType {
  if (parameters.length === 0) {
    const known = withoutParameters.get(written);
    if (known !== undefined) return known;
  }
  const name = canonicalTypeName(written);
  const [first, second] = parameters;
  if (name === "array") {
    if (parameters.length !== 1 || typeof first !== "object") return fail("array to have one type in parentheses");
    return { kind: "array", element: first };
  }
  if (name === "map") {
    if (parameters.length !== 2 || typeof first !== "object" || typeof second !== "object")
      return fail("map to have two types in parentheses");
    return { kind: "map", key: first, value: second };
  }
  if (name === "row") return fail("row to have fields in parentheses");
  return { kind: "scalar", name, parameters: completed(name, parameters) };
}

function completed(name: string, parameters: readonly (number | TrinoType)[]): readonly (number | TrinoType)[] {
  if (name === "varchar" && parameters.length === 1 && parameters[0] === UNBOUNDED_LENGTH) return [];
  const defaults = DEFAULT_PARAMETERS.get(name);
  if (defaults === undefined || parameters.length >= defaults.length) return parameters;
  return [...parameters, ...defaults.slice(parameters.length)];
}

// The types nearly every column has, made once: a comparison reads the same few names a million times over.
for (const name of ["boolean", "tinyint", "smallint", "integer", "bigint", "real", "double", "varchar", "date", "json"])
  withoutParameters.set(name, Object.freeze({ kind: "scalar", name, parameters: Object.freeze([]) }));
