import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import * as z from "zod";
import { parseType } from "./parse-type.js";
import { printType } from "./print-type.js";
import { commonSuperType, relateTypes } from "./relate-types.js";
import { compatibilityOf } from "./type-compatibility.js";

const pairsSchema = z.object({
  cases: z.array(
    z.object({
      a: z.string(),
      b: z.string(),
      commonSuperType: z.string().nullable(),
      aToB: z.boolean().optional(),
      bToA: z.boolean().optional(),
    }),
  ),
});
const pairs = pairsSchema.parse(
  JSON.parse(readFileSync(new URL("./fixtures/coercion-pairs.json", import.meta.url), "utf8")),
).cases;

const coerces = (from: string, to: string) => compatibilityOf(parseType(from), parseType(to))?.coerces ?? false;
const superTypeOf = (one: string, other: string) => {
  const type = commonSuperType(parseType(one), parseType(other));
  return type === null ? null : printType(type);
};

describe("the pairs Trino's own tests assert", () => {
  test("are 91", () => expect(pairs).toHaveLength(91));

  test.each(pairs)("$a and $b", ({ a, b, commonSuperType: expected, aToB, bToA }) => {
    const superType = expected === null ? null : printType(parseType(expected));
    expect(superTypeOf(a, b)).toBe(superType);
    expect(superTypeOf(b, a)).toBe(superType);
    if (aToB !== undefined) expect(coerces(a, b)).toBe(aToB);
    if (bToA !== undefined) expect(coerces(b, a)).toBe(bToA);
  });
});

describe("relateTypes", () => {
  const lossless = { relation: "widened", lossless: true };
  const widened = { relation: "widened", lossless: false };
  const narrowed = { relation: "narrowed", lossless: false };
  const unrelated = { relation: "unrelated", lossless: false };

  test.each([
    ["int", "integer", { relation: "same", lossless: true }],
    ['row("a" int)', "row(a integer)", { relation: "same", lossless: true }],
    ["integer", "bigint", lossless],
    ["tinyint", "smallint", lossless],
    ["bigint", "integer", narrowed],
    ["integer", "decimal(10,0)", lossless],
    ["integer", "decimal(12,2)", lossless],
    ["integer", "decimal(11,2)", unrelated],
    ["bigint", "decimal(18,0)", unrelated],
    ["integer", "double", widened],
    ["bigint", "number", widened],
    ["real", "double", widened],
    ["decimal(10,2)", "decimal(12,2)", lossless],
    ["decimal(10,2)", "decimal(12,4)", lossless],
    ["decimal(10,2)", "decimal(10,4)", unrelated],
    ["decimal(38,0)", "decimal(38,10)", widened],
    ["decimal(10,2)", "double", widened],
    ["varchar(10)", "varchar(20)", lossless],
    ["varchar(10)", "varchar", lossless],
    ["varchar", "varchar(10)", narrowed],
    ["char(10)", "char(20)", widened],
    ["char(10)", "varchar", widened],
    ["varchar", "char(10)", narrowed],
    ["varchar(5)", "char(10)", unrelated],
    ["timestamp(3)", "timestamp(6)", lossless],
    ["timestamp(6)", "timestamp(3)", narrowed],
    ["time(3) with time zone", "time(9) with time zone", lossless],
    ["timestamp(3)", "timestamp(3) with time zone", widened],
    ["timestamp(6)", "timestamp(3) with time zone", unrelated],
    ["date", "timestamp(3)", widened],
    ["unknown", "array(bigint)", widened],
    ["varchar", "json", unrelated],
    ["uuid", "varchar", unrelated],
    ["boolean", "integer", unrelated],
    ["interval day to second", "interval day(9) to second(3)", unrelated],
    ["qdigest(bigint)", "qdigest(double)", unrelated],
    ["foo(1)", "foo(2)", unrelated],
    ["decimal(a)", "decimal(10,0)", unrelated],
    ["varchar(a)", "varchar", unrelated],
    ["array(integer)", "array(bigint)", lossless],
    ["array(integer)", "array(double)", widened],
    ["array(bigint)", "bigint", unrelated],
    ["map(integer, varchar(5))", "map(bigint, varchar)", lossless],
    ["map(integer, bigint)", "map(bigint, integer)", unrelated],
    ["row(a integer, b varchar(5))", "row(a bigint, b varchar)", lossless],
    ["row(a integer, b varchar(5))", "row(a bigint, c varchar)", widened],
    ["row(a integer)", "row(b integer)", unrelated],
    ["row(a integer)", 'row("A" integer)', unrelated],
    ["row(integer)", "row(a integer)", unrelated],
    ["row(a integer)", "row(a integer, b integer)", unrelated],
    ["row(a bigint, b integer)", "row(a integer, b bigint)", unrelated],
    ["array(row(a row(b integer)))", "array(row(a row(b bigint)))", lossless],
    ["constructor", "__proto__", unrelated],
  ])("%s to %s", (before, after, expected) => {
    expect(relateTypes(parseType(before), parseType(after))).toEqual(expected);
  });
});
