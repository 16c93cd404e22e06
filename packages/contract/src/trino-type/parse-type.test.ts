import { describe, expect, test } from "@jest/globals";
import { canonicalType, parseType } from "./parse-type.js";
import { TypeTextError } from "./type-text-error.js";

describe("canonicalType", () => {
  test.each([
    // aliases, letter case, defaults
    ["INT", "integer"],
    ["Integer", "integer"],
    ["DOUBLE PRECISION", "double"],
    ["double", "double"],
    ["decimal", "decimal(38,0)"],
    ["DECIMAL(5)", "decimal(5,0)"],
    ["decimal( 10 , 2 )", "decimal(10,2)"],
    ["char", "char(1)"],
    ["char(20)", "char(20)"],
    ["varchar", "varchar"],
    ["varchar(2147483647)", "varchar"],
    ["varchar(2147483646)", "varchar(2147483646)"],
    ["varchar(0x10)", "varchar(16)"],
    ["varchar(1_000)", "varchar(1000)"],
    ["varchar(0b11)", "varchar(3)"],
    ["varchar(0O17)", "varchar(15)"],
    ["varchar(007)", "varchar(7)"],
    // date and time
    ["time", "time(3)"],
    ["timestamp", "timestamp(3)"],
    ["TIMESTAMP(6)", "timestamp(6)"],
    ["timestamp without time zone", "timestamp(3)"],
    ["timestamp(12) WITHOUT TIME ZONE", "timestamp(12)"],
    ["TIMESTAMP WITH TIME ZONE", "timestamp(3) with time zone"],
    ["timestamp (0) with  time\n zone", "timestamp(0) with time zone"],
    ["time with time zone", "time(3) with time zone"],
    ["interval year to month", "interval year to month"],
    ["INTERVAL Day TO Second", "interval day to second"],
    ["interval day", "interval day"],
    ["interval day(9) to second", "interval day(9) to second"],
    ["INTERVAL DAY( 9 ) TO SECOND(3)", "interval day(9) to second(3)"],
    ["interval second(13, 3)", "interval second(13,3)"],
    ["interval year(2) to month", "interval year(2) to month"],
    // containers in every spelling
    ["array(int)", "array(integer)"],
    ["ARRAY<VARCHAR>", "array(varchar)"],
    ["map<varchar,array<bigint>>", "map(varchar, array(bigint))"],
    ["map(varchar,bigint)", "map(varchar, bigint)"],
    ["bigint array", "array(bigint)"],
    ["bigint ARRAY[3] array", "array(array(bigint))"],
    ["row(a bigint) array", "array(row(a bigint))"],
    ["timestamp with time zone array", "array(timestamp(3) with time zone)"],
    ['"array"("bigint")', "array(bigint)"],
    // names of types: known capitals, unknown ones, quotes
    ["hyperloglog", "HyperLogLog"],
    ["P4HYPERLOGLOG", "P4HyperLogLog"],
    ["setDigest", "SetDigest"],
    ["geometry", "Geometry"],
    ["objectid", "ObjectId"],
    ["QDigest(double)", "qdigest(double)"],
    ["Classifier(bigint)", "Classifier(bigint)"],
    ["function(bigint,varchar)", "function(bigint, varchar)"],
    ["Foo", "foo"],
    ['"Foo"', "foo"],
    ["rowxxx(a)", "rowxxx(a)"],
    ["foo(42, 55)", "foo(42,55)"],
    ["foo(42,a)", "foo(42, a)"],
    ["unknown", "unknown"],
    ['"my type"', '"my type"'],
    ['"select"', '"select"'],
    ['"timestamp with time zone"(6)', "timestamp(6) with time zone"],
    ['"interval day to second"', "interval day to second"],
    ['"Timestamp"', "timestamp(3)"],
    ["_x", "_x"],
    // comments are blanks
    ["row(a /* the first */ bigint, -- and\n b varchar) -- end", "row(a bigint, b varchar)"],
  ])("%s is %s", (text, canonical) => {
    expect(canonicalType(text)).toBe(canonical);
    expect(canonicalType(canonical)).toBe(canonical);
  });

  test.each([
    ["row(a bigint,b varchar)", "row(a bigint, b varchar)"],
    ["RoW(A bigint, B_1 varchar)", "row(a bigint, b_1 varchar)"],
    ['row("memberId" bigint, "memberid" bigint)', 'row("memberId" bigint, memberid bigint)'],
    ['row("a" bigint)', "row(a bigint)"],
    ['row("a""b" bigint, "a, b" varchar)', 'row("a""b" bigint, "a, b" varchar)'],
    ['row("" bigint)', 'row("" bigint)'],
    [
      'row("time with time zone" time with time zone,"double" double)',
      'row("time with time zone" time(3) with time zone, double double)',
    ],
    ['row("select" bigint, "auto" bigint, auto bigint)', 'row("select" bigint, "auto" bigint, "auto" bigint)'],
    ["row(bigint,varchar)", "row(bigint, varchar)"],
    ["row(bigint,array(bigint),row(a bigint))", "row(bigint, array(bigint), row(a bigint))"],
    ["row(varchar(10),b row(bigint))", "row(varchar(10), b row(bigint))"],
    ["row(time time with time zone)", "row(time time(3) with time zone)"],
    ["row(time timestamp with time zone)", "row(time timestamp(3) with time zone)"],
    ["row(time with time zone)", "row(time(3) with time zone)"],
    ["row(timestamp(6) with time zone, x time)", "row(timestamp(6) with time zone, x time(3))"],
    ["row(time without time zone)", "row(time(3))"],
    ["row(time without)", "row(time without)"],
    ["row(time without array)", "row(time array(without))"],
    ["row(interval interval day to second)", "row(interval interval day to second)"],
    ["row(interval day to second)", "row(interval day to second)"],
    ["row(interval year to month)", "row(interval year to month)"],
    ["row(interval day)", "row(interval day)"],
    ["row(interval day(3))", "row(interval day(3))"],
    ['row(interval "day")', 'row(interval "day")'],
    ["row(interval to)", "row(interval to)"],
    ["row(interval)", "row(interval)"],
    ["row(interval interval)", "row(interval interval)"],
    ["row(double double precision)", "row(double double)"],
    ["row(precision double precision)", "row(precision double)"],
    ["row(double precision)", "row(double)"],
    ["row(double precision array)", "row(array(double))"],
    ["row(double precision(3))", 'row(double "precision"(3))'],
    ["row(array(time with time zone))", "row(array(time(3) with time zone))"],
    [
      "row( time  time with time zone, array( interval day to second ) )",
      "row(time time(3) with time zone, array(interval day to second))",
    ],
    ["row(x array)", "row(array(x))"],
    ["row(x array array)", "row(array(array(x)))"],
    ["row(x array(bigint))", "row(x array(bigint))"],
    ["row(x array<bigint>)", "row(x array(bigint))"],
    ['row("x" array)', "row(array(x))"],
    ['row("x"(3) array)', "row(array(x(3)))"],
    ["row(array array(bigint))", "row(array array(bigint))"],
    ["row(array bigint)", "row(array bigint)"],
    ["row(a bigint array)", "row(a array(bigint))"],
    ["row(map map<varchar,bigint>)", "row(map map(varchar, bigint))"],
    ["row(map<varchar,bigint>)", "row(map(varchar, bigint))"],
    ["row(row row(a bigint))", "row(row row(a bigint))"],
    ["row(row bigint)", "row(row bigint)"],
    [
      "ROW(x BIGINT, y DOUBLE PRECISION, z ROW(m array<bigint>,n map<double,varchar>))",
      "row(x bigint, y double, z row(m array(bigint), n map(double, varchar)))",
    ],
    [
      "row(__proto__ bigint, constructor varchar, toString date)",
      "row(__proto__ bigint, constructor varchar, tostring date)",
    ],
    ["row(a __proto__, b constructor, c hasOwnProperty(1))", "row(a __proto__, b constructor, c hasownproperty(1))"],
  ])("%s is %s", (text, canonical) => {
    expect(canonicalType(text)).toBe(canonical);
    expect(canonicalType(canonical)).toBe(canonical);
  });
});

describe("parseType", () => {
  test("gives the tree of a nested type", () => {
    const bigint = { kind: "scalar", name: "bigint", parameters: [] };
    expect(parseType('map(varchar(5), row(a INT, "B" bigint array, decimal))')).toEqual({
      kind: "map",
      key: { kind: "scalar", name: "varchar", parameters: [5] },
      value: {
        kind: "row",
        fields: [
          { name: "a", type: { kind: "scalar", name: "integer", parameters: [] } },
          { name: "B", type: { kind: "array", element: bigint } },
          { name: null, type: { kind: "scalar", name: "decimal", parameters: [38, 0] } },
        ],
      },
    });
  });

  test.each([
    ["", 0, "Expected a type at column 1, found the end of the text."],
    ["  ", 2, "Expected a type at column 3, found the end of the text."],
    ["array()", 6, 'Expected a type at column 7, found ")".'],
    ["map()", 4, 'Expected a type at column 5, found ")".'],
    ["blah()", 5, 'Expected a type at column 6, found ")".'],
    ["row()", 4, 'Expected a type at column 5, found ")".'],
    ["array", 0, 'Expected array to have one type in parentheses at column 1, found "array".'],
    ["array(5)", 0, 'Expected array to have one type in parentheses at column 1, found "array(5)".'],
    ["map(bigint)", 0, 'Expected map to have two types in parentheses at column 1, found "map(bigint)".'],
    ["row(a row)", 6, 'Expected row to have fields in parentheses at column 7, found "row)".'],
    ["bigint bigint", 7, 'Expected the end of the type at column 8, found "bigint".'],
    ["bigint)", 6, 'Expected the end of the type at column 7, found ")".'],
    ["array(bigint", 12, 'Expected ")" at column 13, found the end of the text.'],
    ["array<bigint)", 12, 'Expected ">" at column 13, found ")".'],
    ["row(a bigint b)", 13, 'Expected ")" at column 14, found "b)".'],
    ["row(bigint, varchar,)", 20, 'Expected a type at column 21, found ")".'],
    [
      "row(select bigint)",
      4,
      'Expected a name (reserved words must be in double quotes) at column 5, found "select bigint)".',
    ],
    ["select", 0, 'Expected a type (reserved words must be in double quotes) at column 1, found "select".'],
    ["row(1a bigint)", 4, 'Expected a type at column 5, found "1a bigint)".'],
    ["varchar(1a)", 8, 'Expected a number (names that start with a digit must be quoted) at column 9, found "1a)".'],
    ["varchar(-1)", 8, 'Expected a type (odd names must be in double quotes) at column 9, found "-1)".'],
    [
      "varchar(99999999999999999999)",
      8,
      'Expected a number up to 9007199254740991 at column 9, found "99999999999999999999)".',
    ],
    ["timestamp(x)", 10, 'Expected a number at column 11, found "x)".'],
    ["timestamp with", 10, 'Expected "with time zone" at column 11, found "with".'],
    [
      "interval day to",
      15,
      "Expected year, month, day, hour, minute or second at column 16, found the end of the text.",
    ],
    [
      'row("a bigint)',
      4,
      'Expected a closing double quote for the name that starts here at column 5, found "\\"a bigint)".',
    ],
    ["bigint /* x", 7, 'Expected the end of the comment that starts here at column 8, found "/* x".'],
    ["`a`", 0, 'Expected a name in double quotes at column 1, found "`a`".'],
    ['""', 0, 'Expected a type at column 1, found "\\"\\"".'],
    ["a.b", 1, 'Expected a type (odd names must be in double quotes) at column 2, found ".b".'],
    [
      "row(\u202Egr\u00F6\u00DFe bigint, b varchar, c date)",
      4,
      'Expected a type (odd names must be in double quotes) at column 5, found "\\u202egr\\u00f6\\u00dfe bigint, b varchar"….',
    ],
  ])("refuses %j", (text, offset, message) => {
    let thrown: unknown;
    try {
      parseType(text);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(TypeTextError);
    expect(thrown).toMatchObject({ name: "TypeTextError", offset, message });
  });
});
