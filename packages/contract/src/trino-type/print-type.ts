import { isIntervalName } from "./interval-name.js";
import { inQuotes, quoteIdentifier } from "./quote-identifier.js";
import type { TrinoType } from "./trino-type.js";
import { isMixedCaseName } from "./type-names.js";

/**
 * Words that make one type together with a bare word before them (`double precision`, `interval day`): as names of types
 * of their own they are quoted, else a field `double` of such a type would read as an anonymous field.
 */
const SECOND_WORDS = new Set(["precision", "year", "month", "day", "hour", "minute", "second"]);

/** Keywords of the type grammar that take a number and nothing else. */
const DATE_TIME = /^(time|timestamp)( with time zone)?$/;

/** `type` as canonical type text (design 2.1): `row(task_id varchar, "end" timestamp(3))`, `decimal(10,2)`. */
export function printType(type: TrinoType): string {
  switch (type.kind) {
    case "array":
      return `array(${printType(type.element)})`;
    case "map":
      return `map(${printType(type.key)}, ${printType(type.value)})`;
    case "row":
      return `row(${type.fields.map(({ name, type: of }) => (name === null ? "" : `${quoteIdentifier(name)} `) + printType(of)).join(", ")})`;
    case "scalar":
      return printScalar(type.name, type.parameters);
  }
}

function printScalar(name: string, parameters: readonly (number | TrinoType)[]): string {
  if (parameters.length === 0) return isIntervalName(name) ? name : printName(name);
  const [first] = parameters;
  const dateTime = DATE_TIME.exec(name);
  if (dateTime !== null && parameters.length === 1 && typeof first === "number")
    return `${dateTime[1]}(${first})${dateTime[2] ?? ""}`;
  const separator = parameters.every((parameter) => typeof parameter === "number") ? "," : ", ";
  const printed = parameters.map((parameter) =>
    typeof parameter === "number" ? String(parameter) : printType(parameter),
  );
  return `${printName(name)}(${printed.join(separator)})`;
}

function printName(name: string): string {
  if (isMixedCaseName(name)) return name;
  return SECOND_WORDS.has(name) || DATE_TIME.test(name) ? inQuotes(name) : quoteIdentifier(name);
}
