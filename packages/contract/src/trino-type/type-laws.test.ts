import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseDisplayType } from "./parse-display-type.js";
import { canonicalType, parseType } from "./parse-type.js";
import { printType } from "./print-type.js";
import { commonSuperType, relateTypes } from "./relate-types.js";
import type { TrinoType } from "./trino-type.js";
import { typeFromSignature } from "./type-from-signature.js";
import { canonicalTypeName } from "./type-names.js";
import { AmbiguousTypeText } from "./type-text-error.js";

const scalar = (name: string, ...parameters: (number | TrinoType)[]): TrinoType => ({
  kind: "scalar",
  name,
  parameters,
});
const precision = fc.nat(12);
const zoned = fc.constantFrom("time", "time with time zone", "timestamp", "timestamp with time zone");

const ordinary = fc.oneof(
  fc
    .constantFrom("bigint", "integer", "double", "varchar", "date", "json", "HyperLogLog", "Geometry", "unknown")
    .map((name) => scalar(name)),
  fc.nat(70_000).map((length) => scalar("varchar", length)),
  fc.tuple(fc.integer({ min: 1, max: 38 }), precision).map(([digits, scale]) => scalar("decimal", digits, scale)),
  fc.tuple(zoned, precision).map(([name, digits]) => scalar(name, digits)),
  fc.constantFrom("interval day to second", "interval year to month").map((name) => scalar(name)),
);

/** Words of the type grammar, properties every object has, reserved words, text that needs quotes. */
const oddNames = fc.oneof(
  fc.constantFrom(
    "double",
    "precision",
    "interval",
    "day",
    "second",
    "time",
    "timestamp",
    "row",
    "array",
    "map",
    "with",
  ),
  fc.constantFrom(
    "without",
    "zone",
    "to",
    "select",
    "auto",
    "__proto__",
    "constructor",
    "toString",
    "memberId",
    "",
    '"',
    '""',
  ),
  fc.constantFrom(
    "time with time zone",
    "a, b",
    "a bigint, b",
    "interval day(9) to second",
    "a)",
    "(",
    "-- x",
    "/* x",
    "\n",
  ),
  fc.string({ unit: "binary", maxLength: 6 }),
  fc.string({ unit: fc.constantFrom(...'ab_1 "(),A'), maxLength: 6 }),
);

const oddScalarName = oddNames
  .map(canonicalTypeName)
  .filter(
    (name) => !["array", "map", "row", ""].includes(name) && !/^(time|timestamp|decimal|char|varchar)( |$)/.test(name),
  );

const { type: anyType } = fc.letrec<{ type: TrinoType }>((tie) => {
  const field = fc.record({
    name: fc.oneof(fc.constant(null), oddNames, fc.constantFrom("a", "b")),
    type: tie("type"),
  });
  const parameter = fc.oneof(fc.nat(), tie("type"));
  return {
    type: fc.oneof(
      { maxDepth: 6, depthSize: "large" },
      ordinary,
      fc
        .tuple(oddScalarName, fc.array(parameter, { maxLength: 2 }))
        .map(([name, parameters]) => scalar(name, ...parameters)),
      tie("type").map((element): TrinoType => ({ kind: "array", element })),
      fc.tuple(tie("type"), tie("type")).map(([key, value]): TrinoType => ({ kind: "map", key, value })),
      fc.array(field, { minLength: 1, maxLength: 4 }).map((fields): TrinoType => ({ kind: "row", fields })),
    ),
  };
});

/** Types as real servers have them: no unknown names of types, names of fields from `names`. */
function realTypes(names: fc.Arbitrary<string | null>): fc.Arbitrary<TrinoType> {
  return fc.letrec<{ type: TrinoType }>((tie) => ({
    type: fc.oneof(
      { maxDepth: 4, depthSize: "medium" },
      ordinary,
      tie("type").map((element): TrinoType => ({ kind: "array", element })),
      fc.tuple(tie("type"), tie("type")).map(([key, value]): TrinoType => ({ kind: "map", key, value })),
      fc
        .array(fc.record({ name: names, type: tie("type") }), { minLength: 1, maxLength: 3 })
        .map((fields): TrinoType => ({ kind: "row", fields })),
    ),
  })).type;
}

/** What a server prints: `RowType.getDisplayName`, with the names as `printName` has them. */
function display(type: TrinoType, printName: (name: string) => string): string {
  switch (type.kind) {
    case "array":
      return `array(${display(type.element, printName)})`;
    case "map":
      return `map(${display(type.key, printName)}, ${display(type.value, printName)})`;
    case "row":
      return `row(${type.fields.map((field) => (field.name === null ? "" : `${printName(field.name)} `) + display(field.type, printName)).join(", ")})`;
    default:
      return printType(type);
  }
}

function signature(type: TrinoType): unknown {
  const parameter = (value: TrinoType) => ({ kind: "TYPE", value: signature(value) });
  switch (type.kind) {
    case "array":
      return { rawType: "array", arguments: [parameter(type.element)] };
    case "map":
      return { rawType: "map", arguments: [parameter(type.key), parameter(type.value)] };
    case "row":
      return {
        rawType: "row",
        arguments: type.fields.map(({ name, type: of }) => ({
          kind: "NAMED_TYPE",
          value: { fieldName: name === null ? null : { name }, typeSignature: signature(of) },
        })),
      };
    case "scalar":
      return {
        rawType: type.name,
        arguments: type.parameters.map((value) =>
          typeof value === "number" ? { kind: "LONG", value } : parameter(value),
        ),
      };
  }
}

/** The reading of a print, or null where the server's signature has to be asked for. */
function readDisplay(text: string): TrinoType | null {
  try {
    return parseDisplayType(text);
  } catch (error) {
    if (error instanceof AmbiguousTypeText) return null;
    throw error;
  }
}

const named = (names: fc.Arbitrary<string>) => fc.oneof(fc.constant(null), names);

describe("laws of types", () => {
  test("parse undoes print, for every type", () => {
    fc.assert(
      fc.property(anyType, (type) => {
        const text = printType(type);
        expect(parseType(text)).toEqual(type);
        expect(canonicalType(text)).toBe(text);
      }),
    );
  });

  test("a signature gives its type back, for every type", () => {
    fc.assert(
      fc.property(realTypes(named(oddNames)), (type) => {
        expect(typeFromSignature(JSON.parse(JSON.stringify(signature(type))))).toEqual(type);
      }),
    );
  });

  test("what 480 and later print is read back", () => {
    fc.assert(
      fc.property(realTypes(oddNames), (type) => {
        const text = display(type, (name) => `"${name.replaceAll('"', '""')}"`);
        expect(readDisplay(text)).toEqual(type);
        expect(readDisplay(text.replaceAll(/, (?=(?:[^"]*"[^"]*")*[^"]*$)/g, ","))).toEqual(type);
      }),
    );
  });

  test("what 479 and earlier print is read back where names are plain", () => {
    const plain = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,5}$/);
    const words = fc.constantFrom("time", "timestamp", "interval", "double", "row", "array", "map", "date", "Select");
    fc.assert(
      fc.property(realTypes(fc.oneof(plain, words)), (type) => {
        expect(readDisplay(display(type, (name) => name))).toEqual(type);
      }),
    );
  });

  test("what 479 and earlier print is never read as another type, whatever the names", () => {
    // A name with `, ` can look exactly like two fields, one with quotes like a newer server's: nobody can see these.
    const hides = (name: string) => name.includes(", ") || /^"|,.*"/s.test(name) || name === "";
    const names = oddNames.filter((name) => !hides(name));
    fc.assert(
      fc.property(realTypes(named(names)), (type) => {
        const read = readDisplay(display(type, (name) => name));
        if (read !== null) expect(read).toEqual(type);
      }),
    );
  });

  test("relations turn around with their types", () => {
    const small = realTypes(named(fc.constantFrom("a", "b")));
    const mirrored = { same: "same", widened: "narrowed", narrowed: "widened", unrelated: "unrelated" } as const;
    fc.assert(
      fc.property(small, small, (one, other) => {
        const { relation, lossless } = relateTypes(one, other);
        expect(relateTypes(other, one).relation).toBe(mirrored[relation]);
        if (lossless) expect(["same", "widened"]).toContain(relation);
        expect(commonSuperType(one, other)).toEqual(commonSuperType(other, one));
        expect(relateTypes(one, one)).toEqual({ relation: "same", lossless: true });
      }),
    );
  });
});
