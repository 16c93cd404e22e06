import { describe, expect, test } from "@jest/globals";
import { printType } from "./print-type.js";
import { typeFromSignature } from "./type-from-signature.js";

const canonical = (signature: unknown) => printType(typeFromSignature(signature));
const scalar = (rawType: string, ...longs: number[]) => ({
  rawType,
  arguments: longs.map((value) => ({ kind: "LONG", value })),
});
const field = (name: string | null, typeSignature: unknown) => ({
  kind: "NAMED_TYPE",
  value: { fieldName: name === null ? null : { name }, typeSignature },
});

describe("Trino", () => {
  test.each([
    [scalar("bigint"), "bigint"],
    [scalar("varchar", 2147483647), "varchar"],
    [scalar("varchar", 10), "varchar(10)"],
    [scalar("decimal", 10, 2), "decimal(10,2)"],
    [scalar("timestamp with time zone", 6), "timestamp(6) with time zone"],
    [scalar("timestamp"), "timestamp(3)"],
    [scalar("HyperLogLog"), "HyperLogLog"],
    [scalar("interval day to second"), "interval day to second"],
    // Trino after 483 writes the fields of intervals as numbers
    [scalar("interval day to second", 2, 5, 9), "interval day(9) to second"],
    [scalar("interval day to second", 2, 5, 9, 3), "interval day(9) to second(3)"],
    [scalar("interval day to second", 5, 5, 13, 3), "interval second(13,3)"],
    [scalar("interval day to second", 2, 3, 2, 0), "interval day(2) to hour"],
    [scalar("interval year to month", 0, 1, 4), "interval year(4) to month"],
    [{ rawType: "array", arguments: [{ kind: "TYPE", value: scalar("bigint") }] }, "array(bigint)"],
    [
      {
        rawType: "map",
        arguments: [
          { kind: "TYPE", value: scalar("varchar", 2147483647) },
          { kind: "TYPE", value: { rawType: "qdigest", arguments: [{ kind: "TYPE", value: scalar("double") }] } },
        ],
      },
      "map(varchar, qdigest(double))",
    ],
    [
      {
        rawType: "row",
        arguments: [
          field("a, b", scalar("bigint")),
          field(null, scalar("date")),
          field("memberId", { rawType: "row", arguments: [field("__proto__", scalar("json"))] }),
          { kind: "NAMED_TYPE", value: { typeSignature: scalar("uuid") } },
        ],
      },
      'row("a, b" bigint, date, "memberId" row(__proto__ json), uuid)',
    ],
  ])("%j", (signature, type) => expect(canonical(signature)).toBe(type));
});

describe("servers before 321 and PrestoDB", () => {
  test.each([
    [{ rawType: "varchar", arguments: [{ kind: "LONG_LITERAL", value: 2147483647 }] }, "varchar"],
    [{ rawType: "array", arguments: [{ kind: "TYPE_SIGNATURE", value: scalar("bigint") }] }, "array(bigint)"],
    [
      {
        rawType: "row",
        typeArguments: [],
        literalArguments: ["a", "b"],
        arguments: [
          {
            kind: "NAMED_TYPE_SIGNATURE",
            value: { fieldName: { name: "A", delimited: false }, typeSignature: 'row("X" timestamp)' },
          },
          { kind: "NAMED_TYPE_SIGNATURE", value: { fieldName: { name: "b" }, typeSignature: scalar("bigint") } },
        ],
      },
      'row("A" row("X" timestamp(3)), b bigint)',
    ],
  ])("%j", (signature, type) => expect(canonical(signature)).toBe(type));
});

describe("what is no signature", () => {
  const inArray = (value: unknown) => ({ rawType: "array", arguments: [value] });
  test.each([
    [null, ""],
    ["bigint", ""],
    [{ rawType: "bigint" }, "arguments"],
    [{ rawType: "", arguments: [] }, "rawType"],
    [{ rawType: "row", arguments: [] }, ""],
    [{ rawType: "array", arguments: [] }, ""],
    [inArray({ kind: "VARIABLE", value: "x" }), "arguments[0]"],
    [inArray({ kind: "__proto__", value: "x" }), "arguments[0]"],
    [inArray({ kind: "TYPE", value: 3 }), "arguments[0].value"],
    [inArray({ kind: "TYPE", value: { rawType: 3, arguments: [] } }), "arguments[0].value.rawType"],
    [scalar("decimal", 1.5), "arguments[0].value"],
    [scalar("varchar", -1), "arguments[0].value"],
    [{ rawType: "row", arguments: [{ kind: "TYPE", value: scalar("bigint") }] }, "arguments[0]"],
    [{ rawType: "row", arguments: [field("a", "row(time with time zone)")] }, "arguments[0].value.typeSignature"],
  ])("%j", (signature, path) => {
    let thrown: unknown;
    try {
      typeFromSignature(signature);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ name: "TypeSignatureError", path });
  });
});
