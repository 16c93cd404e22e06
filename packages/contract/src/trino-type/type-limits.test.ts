import { describe, expect, test } from "@jest/globals";
import { MAX_TYPE_DEPTH } from "./max-type-depth.js";
import { parseDisplayType } from "./parse-display-type.js";
import { parseType } from "./parse-type.js";
import { printType } from "./print-type.js";
import { relateTypes } from "./relate-types.js";
import { typeFromSignature } from "./type-from-signature.js";
import { TypeTextError } from "./type-text-error.js";

const LEVELS = 50_000;

function failure(read: () => unknown): unknown {
  try {
    read();
  } catch (error) {
    return error;
  }
  return undefined;
}

const nested = (levels: number) => `${"array(".repeat(levels - 1)}bigint${")".repeat(levels - 1)}`;

describe("size", () => {
  const fields = Array.from({ length: 8_400 }, (_, index) => `field_number_${index} array(varchar)`);
  const text = `row(${fields.join(", ")})`;

  test("a type of more than 285,011 characters reads, prints and relates", () => {
    expect(text.length).toBeGreaterThanOrEqual(284_000);
    const type = parseType(`${text} array array array`);
    expect(printType(type)).toBe(`array(array(array(${text})))`);
    expect(parseDisplayType(text)).toEqual(parseType(text));
    expect(relateTypes(type, type)).toEqual({ relation: "same", lossless: true });
  });

  test("reading it looks at every character a bounded number of times", () => {
    const readsOf = (count: number) => {
      const short = `row(${fields.slice(0, count).join(", ")})`;
      let reads = 0;
      const counted = new Proxy(new String(short), {
        get(target, property) {
          const value = Reflect.get(target, property, target);
          if (property === "charCodeAt") reads++;
          return typeof value === "function" ? value.bind(target) : value;
        },
      });
      parseType(counted as unknown as string);
      return reads / short.length;
    };
    expect(readsOf(4_000)).toBeLessThan(readsOf(100) * 1.1);
  });
});

describe("depth", () => {
  test(`${MAX_TYPE_DEPTH} levels are read, printed and related`, () => {
    const type = parseType(nested(MAX_TYPE_DEPTH));
    expect(printType(type)).toBe(nested(MAX_TYPE_DEPTH));
    expect(parseType(`bigint${" array".repeat(MAX_TYPE_DEPTH - 1)}`)).toEqual(type);
    expect(relateTypes(type, parseType(nested(MAX_TYPE_DEPTH).replace("bigint", "double"))).relation).toBe("widened");
  });

  test.each([
    ["array(", nested(LEVELS), 6 * (MAX_TYPE_DEPTH - 1) + 5],
    ["one more", nested(MAX_TYPE_DEPTH + 1), 6 * (MAX_TYPE_DEPTH - 1) + 5],
    ["array<", "array<".repeat(LEVELS), 6 * (MAX_TYPE_DEPTH - 1) + 5],
    ["row(", "row(".repeat(LEVELS), 4 * (MAX_TYPE_DEPTH - 1) + 3],
    ["rows in quotes", 'row("'.repeat(LEVELS), 10 * (MAX_TYPE_DEPTH - 1) + 3],
    ["named rows", "row(a ".repeat(LEVELS), 6 * (MAX_TYPE_DEPTH - 1) + 3],
    ["unknown types", "foo(".repeat(LEVELS), 4 * (MAX_TYPE_DEPTH - 1) + 3],
    ["postfix ARRAY", `bigint${" array".repeat(LEVELS)}`, 6 * MAX_TYPE_DEPTH + 1],
    ["postfix ARRAY inside", `array(${"bigint".concat(" array".repeat(LEVELS))})`, 6 * MAX_TYPE_DEPTH + 1],
  ])("too many levels of %s are an error with a position", (_, text, offset) => {
    expect(failure(() => parseType(text))).toMatchObject({
      name: "TypeTooDeep",
      offset,
      message: `Types are nested more than ${MAX_TYPE_DEPTH} levels deep at column ${offset + 1}.`,
    });
  });

  test.each([
    ["open parentheses", "(".repeat(100_000), 0],
    ["an open name", `row("${"a".repeat(LEVELS)}`, 4],
    ["commas", `row(a bigint${",".repeat(LEVELS)})`, 13],
    ["angles", `array${"<".repeat(LEVELS)}`, 6],
  ])("%s are an error with a position", (_, text, offset) => {
    const error = failure(() => parseType(text));
    expect(error).toBeInstanceOf(TypeTextError);
    expect(error).toMatchObject({ name: "TypeTextError", offset });
  });

  test.each([
    ["arrays", nested(LEVELS), "TypeTooDeep"],
    ["rows", `${"row(".repeat(LEVELS)}bigint${")".repeat(LEVELS)}`, "TypeTooDeep"],
    ["open parentheses", "(".repeat(100_000), "TypeTextError"],
    ["odd names", `${"row(my-name ".repeat(LEVELS)}bigint${")".repeat(LEVELS)}`, "AmbiguousTypeText"],
    [
      "odd names within reach of the search",
      `${"row(my-name ".repeat(120)}bigint, ${")".repeat(120)}`,
      "AmbiguousTypeText",
    ],
    ["blanks", `row(${" a".repeat(900)} bigint,)`, "TypeTextError"],
  ])("display text of %s is an error too", (_, text, name) => {
    expect(failure(() => parseDisplayType(text))).toMatchObject({ name });
  });

  test("a signature of many levels is an error", () => {
    let signature: unknown = { rawType: "bigint", arguments: [] };
    for (let level = 0; level < LEVELS; level++)
      signature = { rawType: "array", arguments: [{ kind: "TYPE", value: signature }] };
    expect(failure(() => typeFromSignature(signature))).toMatchObject({
      name: "TypeSignatureError",
      message: `typeSignature: types are nested more than ${MAX_TYPE_DEPTH} levels deep`,
    });
  });
});
