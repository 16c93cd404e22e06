import { describe, expect, test } from "@jest/globals";
import { parseDisplayType } from "./parse-display-type.js";
import { printType } from "./print-type.js";
import { AmbiguousTypeText, TypeTextError } from "./type-text-error.js";

const canonical = (text: string, signature?: unknown) => printType(parseDisplayType(text, signature));

describe("what every server prints alike", () => {
  test.each([
    ["boolean", "boolean"],
    ["decimal(10,2)", "decimal(10,2)"],
    ["varchar", "varchar"],
    ["char(20)", "char(20)"],
    ["timestamp(6) with time zone", "timestamp(6) with time zone"],
    ["interval day to second", "interval day to second"],
    ["array(map(varchar, timestamp(3)))", "array(map(varchar, timestamp(3)))"],
    ["HyperLogLog", "HyperLogLog"],
    ["qdigest(double)", "qdigest(double)"],
    ["SomePluginType(3)", "someplugintype(3)"],
    ["row(bigint, varchar)", "row(bigint, varchar)"],
  ])("%s", (text, type) => expect(canonical(text)).toBe(type));
});

describe("480 and later: field names always in quotes", () => {
  test.each([
    ['row("a" integer, "b" varchar)', "row(a integer, b varchar)"],
    ['row("memberId" bigint)', 'row("memberId" bigint)'],
    ['row("a""b" bigint,"end" date)', 'row("a""b" bigint, "end" date)'],
    [
      'array(row("a" row("b c" timestamp(3) with time zone), bigint))',
      'array(row(a row("b c" timestamp(3) with time zone), bigint))',
    ],
    ['row("a" bigint, timestamp(3) with time zone)', "row(a bigint, timestamp(3) with time zone)"],
    [
      'row("time" time(3) with time zone,"x" interval day(9) to second(3))',
      "row(time time(3) with time zone, x interval day(9) to second(3))",
    ],
    ['row("x" SomePluginType, "y" bigint)', "row(x someplugintype, y bigint)"],
    ['row("a -- b" bigint, "/*" bigint)', 'row("a -- b" bigint, "/*" bigint)'],
  ])("%s", (text, type) => expect(canonical(text)).toBe(type));
});

describe("479 and earlier: field names never in quotes, never folded", () => {
  test.each([
    ["row(a integer, b varchar)", "row(a integer, b varchar)"],
    ["row(memberId bigint)", 'row("memberId" bigint)'],
    ["row(end bigint, select row(Order bigint))", 'row("end" bigint, "select" row("Order" bigint))'],
    ["row(a integer, bigint)", "row(a integer, bigint)"],
    [
      "row(time time(3), timestamp timestamp(3) with time zone, date date)",
      "row(time time(3), timestamp timestamp(3) with time zone, date date)",
    ],
    ["row(time time with time zone)", "row(time time(3) with time zone)"],
    ["row(interval interval day to second)", "row(interval interval day to second)"],
    [
      "row(double double, row row(array array(bigint)), map map(bigint, varchar))",
      "row(double double, row row(array array(bigint)), map map(bigint, varchar))",
    ],
    ["row(x timestamp with time zone)", "row(x timestamp(3) with time zone)"],
    ["row(digest HyperLogLog, q qdigest(double))", "row(digest HyperLogLog, q qdigest(double))"],
    ["row(__proto__ bigint, constructor varchar)", "row(__proto__ bigint, constructor varchar)"],
    // one field, and only one way to read it
    ["row(my field bigint)", 'row("my field" bigint)'],
    ["row(my-field bigint)", 'row("my-field" bigint)'],
    ["row(1a varchar)", 'row("1a" varchar)'],
    ["row(gr\u00F6\u00DFe bigint)", 'row("gr\u00F6\u00DFe" bigint)'],
    ["array(row(cost (usd) decimal(10,2)))", 'array(row("cost (usd)" decimal(10,2)))'],
    ["map(row(k k bigint), row(v v varchar))", 'map(row("k k" bigint), row("v v" varchar))'],
    ["row( a bigint)", 'row(" a" bigint)'],
    ["row(a  bigint)", 'row("a " bigint)'],
    ["row(a,b bigint)", 'row("a,b" bigint)'],
    ["row(a -- b bigint)", 'row("a -- b" bigint)'],
    ["row(x SomePluginType)", "row(x someplugintype)"],
  ])("%s", (text, type) => expect(canonical(text)).toBe(type));
});

describe("client protocol: quotes where needed", () => {
  test.each([
    ['row(a bigint, "b c" varchar, memberId date)', 'row(a bigint, "b c" varchar, "memberId" date)'],
    ['row("a" bigint, b SomePluginType)', "row(a bigint, b someplugintype)"],
    ["INTERVAL DAY TO SECOND", "interval day to second"],
  ])("%s", (text, type) => expect(canonical(text)).toBe(type));
});

describe("PrestoDB", () => {
  test.each([
    ["timestamp", "timestamp(3)"],
    ["timestamp with time zone", "timestamp(3) with time zone"],
    ["timestamp microseconds", '"timestamp microseconds"'],
    ['row("x" timestamp microseconds)', 'row(x "timestamp microseconds")'],
    ['row("x" timestamp, "y" time)', "row(x timestamp(3), y time(3))"],
  ])("%s", (text, type) => expect(canonical(text)).toBe(type));
});

describe("what can be read in more than one way", () => {
  const twoReadings = [
    "row(time with time zone)",
    "row(timestamp(3) with time zone)",
    "row(double precision)",
    "row(x double precision)",
    "row(interval day to second)",
    "row(a bigint, interval year to month)",
    "row(my field bigint, c varchar)",
    "row(my-field bigint, c varchar)",
    "row(c varchar, my-field bigint)",
    "row(cost, net bigint)",
    "row(a, b bigint)",
    "row(net cost, gross bigint)",
    "row(a bigint,  b varchar)",
    "row(a bigint, row(b bigint) c varchar)",
    'row(a"b bigint)',
    'row("a"b" bigint)',
    'row(a "b")',
    'row( "a" bigint)',
    "array(row(a b c bigint, d row(e f bigint)))",
  ];

  test.each(twoReadings)("%s asks for the signature", (text) => {
    expect(() => parseDisplayType(text)).toThrow(AmbiguousTypeText);
  });

  test.each(twoReadings)("%s is what the signature says", (text) => {
    const signature = {
      rawType: "row",
      arguments: [
        {
          kind: "NAMED_TYPE",
          value: { fieldName: { name: "Cost, net" }, typeSignature: { rawType: "bigint", arguments: [] } },
        },
      ],
    };
    expect(canonical(text, signature)).toBe('row("Cost, net" bigint)');
  });

  test("says where the doubt begins and what to do", () => {
    expect(() => parseDisplayType("row(a bigint, my field varchar)")).toThrow(
      "The server's print of this type can be read in more than one way from column 24: " +
        '"varchar)". Read the typeSignature of the column (SELECT * FROM the view LIMIT 0).',
    );
  });
});

describe("what no server prints", () => {
  test.each([
    ["", 0],
    ["array(bigint", 12],
    ["bigint array", 7],
    ["array<bigint>", 0],
    ["row(a bigint", 12],
    ["row(a array)", 6],
    ["row()", 4],
    ["bigint /* comment */", 7],
    ['row("a bigint', 4],
  ])("%s", (text, offset) => {
    let thrown: unknown;
    try {
      parseDisplayType(text);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(TypeTextError);
    expect(thrown).not.toBeInstanceOf(AmbiguousTypeText);
    expect(thrown).toMatchObject({ offset });
  });
});
